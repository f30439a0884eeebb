using FollowUp.TestKit;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>Writes the screenshots of the console below <c>docs/console</c> when FOLLOWUP_WRITE_SCREENS=1.</summary>
public sealed class ScreenshotTests
{
    [Fact]
    public async Task Screenshots_of_the_console_are_written()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_SCREENS") == "1", "FOLLOWUP_WRITE_SCREENS=1 writes docs/console.");
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartSampleDemo();
        var folder = RepositoryFolder.GetPath("docs", "console");
        Directory.CreateDirectory(folder);
        foreach (var (name, path, width, isDark) in new (string, string, int, bool)[]
        {
            ("day", "desk", 1440, false), ("call", "desk/call", 1440, false), ("project", "desk/projects/P-2031", 1440, false),
            ("search", "desk/search?phase=in-follow-up&sort=next-action", 1440, false), ("day-dark", "desk", 1440, true), ("call-phone", "desk/call", 390, false),
            ("day-phone", "desk", 390, false), ("board", "desk/board", 1440, false), ("board-phone", "desk/board", 390, false),
        })
        {
            var page = await browser.OpenPage(width, 900, isPhone: width < 500, isDark);
            await page.SignIn(host, name.StartsWith("board", StringComparison.Ordinal) ? ConsoleScenario.Nadia : ConsoleScenario.Camille);
            await page.GotoAsync($"{host.Address}{path}");
            await page.EvaluateAsync("document.activeElement?.blur()");
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = width >= 500 || name == "call-phone" });
        }

        await TakeCadenceTrial(browser, host, folder);
    }

    static async Task TakeCadenceTrial(PlaywrightBrowser browser, HostProcess host, string folder)
    {
        var page = await browser.OpenPage(1440, 900);
        await page.SignIn(host, ConsoleScenario.Nadia);
        await ConsoleScenario.TypeRelaunchDelays(page, host, "6, 14, 28, 60");
        await page.Locator("button[value=compare]").ClickAsync();
        await Expect(page.Locator("#moved")).ToBeVisibleAsync();
        await page.Locator("section[aria-labelledby=live]").ScreenshotAsync(new() { Path = Path.Combine(folder, "cadence-live.png") });
        await page.Locator("button[value=simulate]").ClickAsync();
        await Expect(page.Locator("#state")).ToHaveTextAsync("Simulation terminée");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "cadence-trial.png") });
    }
}
