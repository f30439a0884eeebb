using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>A client calls while the person in charge is busy, and a colleague answers.</summary>
public sealed class ColleagueDayTests
{
    const string Yanis = "yanis@demo.example";

    [Fact]
    public async Task What_a_colleague_heard_reaches_the_person_in_charge()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(1);

        var yanis = await browser.OpenPage();
        await yanis.SignIn(host, Yanis);
        await Expect(yanis.GetByText("Rien à faire aujourd’hui.")).ToBeVisibleAsync();
        await yanis.GotoAsync($"{host.Address}desk/search");
        await yanis.Locator(".row .title").First.ClickAsync();
        await Expect(yanis.Locator(".notice")).ToBeVisibleAsync();
        await Expect(yanis.Locator("input[value='serious']")).ToHaveCountAsync(0);
        await Expect(yanis.Locator("input[value='gave-up']")).ToHaveCountAsync(0);

        await yanis.Locator("summary", new() { HasText = "Le client a appelé" }).ClickAsync();
        await yanis.Locator("label.chip:has(input[value='still-looking'])").ClickAsync();
        await yanis.Locator("#record-call-note\\.text").FillAsync("Attend deux devis de plus, rappeler jeudi.");
        await yanis.GetByRole(AriaRole.Button, new() { Name = "Enregistrer l’appel" }).ClickAsync();
        await Expect(yanis.Locator(".done")).ToContainTextAsync("Appel enregistré");

        var camille = await browser.OpenPage();
        await camille.SignIn(host, ConsoleScenario.Camille);
        await camille.Locator("[data-section='replies'] .title").ClickAsync();
        await Expect(camille.GetByText("Attend deux devis de plus").First).ToBeVisibleAsync();
        await camille.GetByRole(AriaRole.Button, new() { Name = "Lue, rien d’autre à faire" }).ClickAsync();
        await camille.GotoAsync($"{host.Address}desk?lang=en");
        await Expect(camille.Locator("main")).Not.ToContainTextAsync("Replies to read");
    }
}
