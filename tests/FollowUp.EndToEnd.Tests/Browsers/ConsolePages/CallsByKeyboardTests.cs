using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

public sealed class CallsByKeyboardTests
{
    const int Calls = 10;
    const int MaxKeysOfUnreachedCall = 4;

    [Fact]
    public async Task A_morning_of_ten_calls_is_done_by_keys_alone()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(Calls);
        var page = await browser.OpenPage();
        await page.SignIn(host, ConsoleScenario.Camille);
        await Expect(page.GetByText($"0 sur {Calls} faits")).ToBeVisibleAsync();
        var keys = 0;
        async Task Press(params string[] pressed)
        {
            foreach (var key in pressed)
            {
                await page.Keyboard.PressAsync(key);
                keys++;
            }
        }

        // One key opens the first call; its number has the focus, so that Enter would dial it.
        await Press("c");
        await page.WaitForAddress("/desk/call$");
        await Expect(page.Locator("a.dial-big")).ToBeFocusedAsync();

        // No answer, voicemail, busy, and so on; the ninth is reached and serious, the tenth wants to be called back.
        for (var call = 1; call <= Calls - 2; call++)
        {
            await Expect(page.Locator("a.dial-big")).ToBeFocusedAsync();
            await Press($"{((call - 1) % 3) + 1}", "Enter");
            await Expect(page.GetByText($"{call} sur {Calls} faits")).ToBeVisibleAsync();
        }

        Assert.InRange(keys, 1, MaxKeysOfUnreachedCall * (Calls - 2));
        TestContext.Current.SendDiagnosticMessage($"{keys} keys for {Calls - 2} unreached calls");

        var serious = await page.Locator(".caller .eyebrow a").TextContentAsync();
        await Press("s");
        await Expect(page.Locator("[data-save]")).ToBeFocusedAsync();
        await Press("Enter");
        await Expect(page.GetByText($"9 sur {Calls} faits")).ToBeVisibleAsync();
        await Press("p");
        await Expect(page.Locator("#record-call-until")).ToBeFocusedAsync();
        await page.Locator("#record-call-until").FillAsync((await host.Now()).AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Press("Enter");
        await Expect(page.GetByText("Tous les appels du jour sont faits")).ToBeVisibleAsync();
        Assert.Equal("in-follow-up", (await host.GetProject(serious!)).Phase);
    }

    [Fact]
    public async Task A_call_from_a_row_takes_two_clicks()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(2);
        var page = await browser.OpenPage();
        await page.SignIn(host, ConsoleScenario.Camille);

        await page.Locator(".row a.call").First.ClickAsync();
        await page.Locator("button[value='voicemail']").ClickAsync();

        await Expect(page.GetByText("1 sur 2 faits")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Annuler" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Shortcuts_are_shown_by_a_key_and_do_nothing_in_a_field()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(1);
        var page = await browser.OpenPage();
        await page.SignIn(host, ConsoleScenario.Camille);

        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys-help")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys-help")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("cj?");

        await Expect(page.Locator("#q")).ToHaveValueAsync("cj?");
        Assert.EndsWith("/desk", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_shows_a_new_project_without_losing_what_is_typed()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(1);
        var page = await browser.OpenPage();
        await page.SignIn(host, ConsoleScenario.Camille);
        await page.Locator("#q").FillAsync("catalogue");
        await host.Post(host.WebsiteClient, "/api/projects", Submissions.Company(host.NewProjectId(), (await host.Now()).AddMinutes(-1)));
        await host.Post(
            await host.GetStaffClient(ConsoleScenario.Nadia), "/api/projects/P-2/commands",
            new JsonObject { ["type"] = "assign", ["coordinator"] = ConsoleScenario.Camille });

        await page.EvaluateAsync("document.dispatchEvent(new Event('followup:refresh'))");

        await Expect(page.Locator("[data-refresh] .row")).ToHaveCountAsync(2);
        await Expect(page).ToHaveTitleAsync(new Regex(@"^\(1\) "));
        await Expect(page.Locator("#q")).ToHaveValueAsync("catalogue");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
    }
}
