using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>
/// axe finds nothing on any page of the console (WCAG 2.2 A and AA): each page once in each language; with FOLLOWUP_RELEASE=1 also at 1440, 390
/// and 320 pixels, light and dark.
/// </summary>
public sealed class AccessibilityTests
{
    static readonly string[] Paths =
    [
        "desk", "desk?speaks=fr", "desk/call", "desk/call/P-2031", "desk/projects/P-2031", "desk/projects/P-2055", "desk/search", "desk/search?phase=dead&sort=submitted",
        "desk/preferences", "desk/providers", "desk/absences", "desk/staff", "desk/settings",
    ];

    static readonly bool IsRelease = Environment.GetEnvironmentVariable("FOLLOWUP_RELEASE") == "1";

    [Fact]
    public async Task Axe_finds_nothing_on_any_page()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartSampleDemo();
        var found = new List<string>();
        foreach (var (width, isDark) in IsRelease ? new[] { (1440, false), (390, false), (320, false), (1440, true), (390, true) } : [(1440, false)])
        {
            var page = await browser.OpenPage(width, 900, isDark: isDark);
            await page.SignIn(host, ConsoleScenario.Nadia);
            foreach (var language in new[] { "fr", "en" })
            {
                foreach (var path in Paths)
                {
                    found.AddRange(await Check(page, $"{host.Address}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}", width, isDark));
                }
            }
        }

        Assert.Empty(found);
    }

    static async Task<IEnumerable<string>> Check(IPage page, string address, int width, bool isDark)
    {
        await page.GotoAsync(address);
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa") });
        return result.Violations.Select(violation => string.Create(
            CultureInfo.InvariantCulture,
            $"{address} at {width}{(isDark ? " dark" : "")}: {violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }
}
