using System.Net;
using System.Text.Json;
using FollowUp.EndToEnd.Tests.Stores;
using FollowUp.TestKit;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers;

/// <summary>From an empty installation to the first validated project, through the pages. On any store.</summary>
public abstract class FirstDayInBrowser(Func<StoreLocation> createStore)
{
    /// <summary>In milliseconds: a newcomer, who also reads the README, is to be done in that time.</summary>
    const int TenMinutes = 600_000;

    [Fact(Timeout = TenMinutes)]
    public async Task The_set_up_address_leads_to_a_validated_project()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.CreateStopped(createStore());
        await host.Serve();

        // A project that comes before anybody is there.
        var (status, _) = await host.Post(
            host.WebsiteClient, "/api/projects", Submissions.Company("P-1", new DateTimeOffset(2026, 11, 23, 6, 30, 0, TimeSpan.Zero)));
        Assert.Equal(HttpStatusCode.Created, status);

        var page = await browser.OpenPage();
        await page.GotoAsync(await host.WaitForSetupAddress());
        await page.GetByLabel("Nom du service").FillAsync("Suivi Exemple");
        await page.GetByLabel("Téléphone du service").FillAsync("01 99 00 12 34");
        await page.GetByLabel("Votre nom").FillAsync("Nadia Rouvière");
        await page.GetByLabel("Votre adresse mail").FillAsync("nadia@exemple.example");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Terminer" }).ClickAsync();
        await Expect(page.GetByText("Aucun suiveur pour l’instant")).ToBeVisibleAsync();

        await host.RunCommand("staff", "add", "--email", "camille@exemple.example", "--name", "Camille Aubertin", "--role", "coordinator");
        await Eventually.IsTrue(
            async () => (await host.GetProject("P-1")).Json.GetProperty("coordinator") is { ValueKind: JsonValueKind.Object } coordinator && coordinator.GetProperty("id").GetString() == "camille@exemple.example", () => "The project is not assigned to the coordinator.");

        // Camille signs in where no mail arrives, and calls the client.
        var camille = await browser.OpenPage();
        await camille.GotoAsync(await host.RunCommand("sign-in", "--staff", "camille@exemple.example"));
        await camille.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Ouvrir ma session" }).ClickAsync();
        await camille.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Refonte du site vitrine" }).First.ClickAsync();
        await camille.Locator("form.call-form label.chip", new() { Has = camille.Locator("input[value='serious']") }).ClickAsync();
        await camille.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Enregistrer l’appel" }).ClickAsync();
        await camille.WaitForAddress(@"/desk/projects/P-1\?done=record-call$");
        Assert.Equal("in-follow-up", (await host.GetProject("P-1")).Phase);
    }
}
