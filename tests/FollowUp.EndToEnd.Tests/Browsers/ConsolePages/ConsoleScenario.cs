using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>A host with due calls, and browsers that are signed in.</summary>
static class ConsoleScenario
{
    public const string Camille = "camille@demo.example";
    public const string Nadia = "nadia@demo.example";
    public const string Simon = "simon@demo.example";

    /// <summary>A demo in which so many first calls of Camille are due.</summary>
    public static async Task<HostProcess> StartWithDueCalls(int calls)
    {
        var host = await HostProcess.StartEmptyDemo();
        var nadia = await host.GetStaffClient(Nadia);
        var at = await host.Now();
        for (var i = 1; i <= calls; i++)
        {
            var id = host.NewProjectId();
            var (status, _) = await host.Post(host.WebsiteClient, "/api/projects", Submissions.Company(id, at.AddMinutes(-i)));
            Assert.Equal(HttpStatusCode.Created, status);
            await host.Post(nadia, $"/api/projects/{id}/commands", new JsonObject { ["type"] = "assign", ["coordinator"] = Camille });
        }

        await host.Advance("PT2H");
        return host;
    }

    /// <summary>Types the delays of relaunches, of companies and of private persons, into the form of the cadence.</summary>
    public static async Task TypeRelaunchDelays(IPage page, HostProcess host, string delays)
    {
        await page.GotoAsync($"{host.Address}desk/cadence");
        await page.Locator("input[name='company.relaunch.delays']").FillAsync(delays);
        await page.Locator("input[name='person.relaunch.delays']").FillAsync(delays);
    }

    public static async Task SignIn(this IPage page, HostProcess host, string staff)
    {
        await page.GotoAsync($"{host.Address}desk/sign-in");
        await page.Locator($"button[value='{staff}']").ClickAsync();
        await page.WaitForAddress("^(?!.*/sign-in)");
    }
}
