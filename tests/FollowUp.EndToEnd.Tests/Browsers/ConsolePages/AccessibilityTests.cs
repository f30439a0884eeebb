using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>
/// axe finds nothing on any page of the console (WCAG 2.2 A and AA): each page once in each language; with FOLLOWUP_RELEASE=1 also at 1440, 390
/// and 320 pixels, light and dark, and in every state: folded parts open, each outcome chosen, forms refused, a decision just recorded.
/// </summary>
public sealed class AccessibilityTests
{
    static readonly string[] Paths =
    [
        "desk", "desk?speaks=fr", "desk/call", "desk/call/P-2031", "desk/projects/P-2031", "desk/projects/P-2055", "desk/projects/P-2031?template=news", "desk/search", "desk/search?phase=dead&sort=submitted",
        "desk/preferences", "desk/providers", "desk/absences", "desk/staff", "desk/settings",
        "desk/cadence", "desk/board", "desk/board/projects?figure=submitted",
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
            var view = string.Create(CultureInfo.InvariantCulture, $"at {width}{(isDark ? " dark" : "")}");
            foreach (var language in new[] { "fr", "en" })
            {
                foreach (var path in Paths)
                {
                    await page.GotoAsync($"{host.Address}{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}");
                    found.AddRange(await Check(page, view));
                    if (IsRelease)
                    {
                        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => { part.removeAttribute('name'); part.open = true; })");
                        found.AddRange(await Check(page, $"{view}, all open"));
                    }
                }

                if (IsRelease)
                {
                    found.AddRange(await CheckForms(page, $"{host.Address}desk/projects/P-2031?lang={language}", view));
                }
            }
        }

        Assert.Empty(found);
    }

    /// <summary>The states of the forms of a project: each outcome of a call with its fields, a refused form, a decision just recorded.</summary>
    static async Task<List<string>> CheckForms(IPage page, string address, string view)
    {
        var found = new List<string>();
        await page.GotoAsync(address);
        await page.EvaluateAsync("document.querySelector('.call-form').closest('details').open = true");
        foreach (var outcome in await page.Locator(".call-form input[name='outcome']").AllAsync())
        {
            await outcome.CheckAsync(new() { Force = true });
            found.AddRange(await Check(page, $"{view}, {await outcome.GetAttributeAsync("value")} chosen"));
        }

        await Post(page, "snooze", "until", "2000-01-01");
        found.AddRange(await Check(page, $"{view}, a form refused"));
        await page.GotoAsync(address);
        await Post(page, "add-note", "text", "axe");
        found.AddRange(await Check(page, $"{view}, a note recorded"));
        return found;
    }

    /// <summary>Fills the fields of a form, the named one with a value, and posts it as a browser without checks would.</summary>
    static async Task Post(IPage page, string form, string field, string value)
    {
        await page.EvaluateAsync(
            """
            ([form, field, value]) => {
              const sent = document.querySelector(`form:has(input[name=do][value=${form}])`);
              sent.querySelectorAll('input[type=text], textarea').forEach(text => text.value ||= 'axe');
              sent.querySelector(`[name="${field}"]`).value = value;
              sent.submit();
            }
            """,
            new[] { form, field, value });
        await Expect(page.Locator(".done, .field-error").First).ToBeVisibleAsync();
    }

    static async Task<IEnumerable<string>> Check(IPage page, string view) => (await Accessibility.FindViolations(page)).Select(violation => $"{view}: {violation}");
}
