using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>A manager tries a cadence in a browser without scripts: compared, simulated, saved; and a trial that is stopped half way.</summary>
public sealed class CadenceTrialTests
{
    [Fact]
    public async Task A_manager_compares_simulates_and_saves_a_cadence_and_stops_another_trial_half_way()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartSampleDemo();
        var page = await browser.OpenPage(1440, 900, hasScripts: false);
        await page.SignIn(host, ConsoleScenario.Nadia);

        // What it would change for the open projects.
        await ConsoleScenario.TypeRelaunchDelays(page, host, "6, 14, 28, 60");
        await page.Locator("button[value=compare]").ClickAsync();
        await Expect(page.Locator("#moved")).ToContainTextAsync("plus tard pour");
        await Expect(page.Locator("section[aria-labelledby=live]")).ToContainTextAsync("Enregistrer ne déplace aucune de ces dates");
        await Expect(page.Locator("section[aria-labelledby=live] table").First.Locator("tbody tr")).ToHaveCountAsync(4);

        // A year of new projects. The page reads itself again until the end.
        await page.Locator("button[value=simulate]").ClickAsync();
        await page.WaitForURLAsync("**/desk/cadence/trials/*");
        await Expect(page.Locator("#state")).ToHaveTextAsync("Simulation terminée");
        await Expect(page.Locator("section[aria-labelledby=year] table").First).ToContainTextAsync("Mails au client par projet");
        var trial = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Reprendre dans le formulaire" }).ClickAsync();
        await page.Locator("#reason").FillAsync("Moins de mails pour autant de réponses");
        await page.Locator("button[value=save]").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Simulation de la version 2" }).ClickAsync();
        Assert.Equal(trial, page.Url);

        // Another one, stopped half way.
        await ConsoleScenario.TypeRelaunchDelays(page, host, "2, 4, 8, 16");
        await page.Locator("button[value=simulate]").ClickAsync();
        await page.WaitForURLAsync("**/desk/cadence/trials/*");
        await Expect(page.Locator("progress")).Not.ToHaveAttributeAsync("value", "0");
        await page.GotoAsync($"{page.Url}?refresh=off");
        await page.GetByRole(AriaRole.Button, new() { Name = "Arrêter la simulation" }).ClickAsync();
        await Expect(page.Locator("#state")).ToHaveTextAsync("Simulation arrêtée");
        await page.ReloadAsync();
        await Expect(page.Locator("#runs")).Not.ToHaveTextAsync("10 années simulées sur 10");

        // The same on a phone, in English, and for axe.
        var phone = await browser.OpenPage(390, 844, isPhone: true);
        await phone.SignIn(host, ConsoleScenario.Nadia);
        await ConsoleScenario.TypeRelaunchDelays(phone, host, "5, 10, 20, 40");
        await phone.Locator("button[value=compare]").ClickAsync();
        await Expect(phone.Locator("#moved")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FindViolations(phone));
        await phone.GotoAsync($"{trial}?lang=en");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Name = "Trial of a cadence", Level = 1 })).ToBeVisibleAsync();
        await phone.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = part.classList.contains('all-figures'))");
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await Accessibility.FindViolations(phone));
    }
}
