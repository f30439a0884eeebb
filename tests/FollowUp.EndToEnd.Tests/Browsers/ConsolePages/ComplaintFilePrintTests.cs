using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using FollowUp.TestKit;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>
/// Prints the complaint file of a life with 200 entries on A4 paper. FOLLOWUP_WRITE_SCREENS=1 also writes it to <c>docs/console/complaint-file.pdf</c>.
/// </summary>
public sealed class ComplaintFilePrintTests
{
    const int Entries = 200;
    const string Nadia = "nadia@demo.example";

    [Fact]
    public async Task No_line_of_a_long_life_is_lost_on_paper()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartEmptyDemo();
        var life = await Live(host);
        var (status, complaint) = await host.Post(host.WebsiteClient, "/api/complaints", new JsonObject
        {
            ["from"] = new JsonObject { ["kind"] = "provider", ["id"] = "PR-1" },
            ["project"] = life.Id,
            ["text"] = "Vous rappelez ce client sans cesse et vous ne me dites rien.",
        });
        Assert.Equal(HttpStatusCode.Created, status);

        var page = await browser.OpenPage(1240, 1750);
        await page.SignIn(host, Nadia);
        await page.GotoAsync($"{host.Address}desk/complaints/{complaint.GetProperty("complaint").GetString()}/file");
        Assert.True(await page.Locator(".file tbody tr").CountAsync() >= Entries);
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        // A line is lost where something cuts it: wider than the paper, or hidden behind a box that scrolls.
        var paper = await page.EvaluateAsync<int>("() => document.documentElement.clientWidth");
        Assert.Equal(0, await page.Locator(".file td, .file li, .file dd").EvaluateAllAsync<int>(
            $"cells => cells.filter(cell => cell.getBoundingClientRect().right > {paper} || cell.scrollWidth > cell.clientWidth + 1).length"));
        Assert.Equal(0, await page.Locator(".file .table-scroll").EvaluateAllAsync<int>("boxes => boxes.filter(box => getComputedStyle(box).overflowX !== 'visible').length"));
        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.True(pdf.Length > 10_000);
        if (Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_SCREENS") == "1")
        {
            await File.WriteAllBytesAsync(RepositoryFolder.GetPath("docs", "console", "complaint-file.pdf"), pdf, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Months of calls, notes, mails, provider actions and readings.</summary>
    static async Task<Life> Live(HostProcess host)
    {
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious", ("evidence", new JsonArray("need-described", "budget")));
        await life.ReportProviderAction("PR-1", "quote");
        await life.ReportProviderAction("PR-2");
        for (var week = 1; life.Project.Version < Entries; week++)
        {
            await life.Advance("P3D");
            var number = week.ToString(CultureInfo.InvariantCulture);
            await life.GiveCommand("record-call", ("outcome", week % 3 == 0 ? "no-answer" : "still-looking"), ("note", new JsonObject
            {
                ["text"] = $"Point n° {number} : le client compare encore les devis, il hésite sur le calendrier et veut revoir la maquette avec son associé.", ["visibility"] = "internal",
            }));
            if (week % 4 == 0)
            {
                await life.GiveCommand("add-note", ("text", $"Semaine {number} : le client avance, il tranchera après les congés."), ("visibility", "shared"));
            }

            if (week % 5 == 0)
            {
                var (_, asked) = await host.Post(host.WebsiteClient, $"/api/projects/{life.Id}/questions", new JsonObject
                {
                    ["provider"] = "PR-1", ["text"] = $"Où en est-on après la semaine {number} ?",
                });
                await life.Advance("PT1H");
                await life.GiveCommand("answer-question", ("question", asked.GetProperty("question").GetString()!), ("text", "Le client compare encore, rien n’est décidé."));
            }
        }

        return life;
    }
}
