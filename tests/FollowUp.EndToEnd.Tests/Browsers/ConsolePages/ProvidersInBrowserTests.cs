using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.TestKit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>
/// Providers as people see them, in both languages: what a coordinator publishes and withdraws, a provider's own page on a phone, and a hand-over by sales. axe
/// finds nothing on any of the pages. FOLLOWUP_WRITE_SCREENS=1 writes them below <c>docs/providers</c>.
/// </summary>
public sealed class ProvidersInBrowserTests(SharedDemo demo) : IClassFixture<SharedDemo>
{
    const string Provider = "PR-1";
    const string ProviderName = "Studio Hirondelle";
    const string Note = "Le client attend encore deux devis avant de trancher.";

    static readonly bool WritesScreens = Environment.GetEnvironmentVariable("FOLLOWUP_WRITE_SCREENS") == "1";

    [Fact]
    public async Task A_note_is_withdrawn_a_provider_asks_by_phone_and_sales_hand_over()
    {
        await using var browser = await PlaywrightBrowser.Start();
        var host = await demo.BeginTest();
        var life = await StartProject(host);

        var staff = await browser.OpenPage(1440, 900);
        await staff.SignIn(host, life.Project.Coordinator);
        await WithdrawInPreview(staff, host, life.Id);
        await AskOnAPhone(browser, host, life.Id);
        await HandOver(browser, host, life.Id);

        // The person in charge finds both in the day.
        await staff.GotoAsync($"{host.Address}desk?lang=fr");
        await Expect(staff.GetByText($"{ProviderName} attend 2 réponses")).ToBeVisibleAsync();
        await staff.GetByRole(AriaRole.Link, new() { Name = "Refonte du site vitrine" }).First.ClickAsync();
        await Expect(staff.GetByText("Le délai de livraison est-il ferme ?").First).ToBeVisibleAsync();
        await Expect(staff.GetByText("Voudrait savoir qui décide.").First).ToBeVisibleAsync();
    }

    /// <summary>A project in follow-up on which the provider quoted, with a shared note. The provider has a subscription and wants the daily mail.</summary>
    static async Task<Life> StartProject(HostProcess host)
    {
        var life = await Life.SubmitCompany(host);
        await life.RecordCallWhenDue("serious");
        await life.RecordCall("still-looking");
        await host.Post(
            host.WebsiteClient, $"/api/projects/{life.Id}/provider-actions",
            new JsonObject { ["provider"] = Provider, ["kind"] = "quote", ["at"] = HostProcess.FormatTime(await host.Now()) });
        await life.GiveCommand("add-note", ("text", Note), ("visibility", "shared"));
        var until = (await host.Now()).AddMonths(6).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        using var put = await host.WebsiteClient.PutAsJsonAsync(
            $"/api/providers/{Provider}",
            new JsonObject
            {
                ["name"] = ProviderName, ["email"] = "contact@studio-hirondelle.example", ["language"] = "fr", ["privilegeUntil"] = until, ["mails"] = true,
            },
            TestContext.Current.CancellationToken);
        Assert.True(put.IsSuccessStatusCode, put.StatusCode.ToString());
        return life;
    }

    static async Task WithdrawInPreview(IPage page, HostProcess host, string id)
    {
        var address = $"{host.Address}desk/projects/{id}";
        await page.GotoAsync($"{address}?lang=en");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What providers read" })).ToBeVisibleAsync();
        await Check(page, "preview-en", "section[aria-labelledby='feed']");
        await page.GotoAsync($"{address}?lang=fr");
        var card = page.Locator("section[aria-labelledby='feed']");
        await Expect(card).ToContainTextAsync(Note);
        await Expect(card).ToContainTextAsync("cherche toujours");
        await Check(page, "preview-fr", "section[aria-labelledby='feed']");

        await card.GetByRole(AriaRole.Button, new() { Name = "Retirer cette note" }).ClickAsync();
        await Expect(page.Locator("[role='status'].done")).ToBeVisibleAsync();
        await Expect(card).Not.ToContainTextAsync(Note);
        await card.GetByRole(AriaRole.Button, new() { Name = "Retirer : Ce que dit le client" }).ClickAsync();
        await Expect(card).ToContainTextAsync("retiré");

        using var answer = await host.WebsiteClient.GetAsync($"/api/projects/{id}/feed?provider={Provider}", TestContext.Current.CancellationToken);
        var feed = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("trancher", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("cherche", feed, StringComparison.Ordinal);
        await card.GetByRole(AriaRole.Button, new() { Name = "Publier : Ce que dit le client" }).ClickAsync();
        await Expect(card).ToContainTextAsync("cherche toujours");

        // Who read it, and when.
        await Expect(card).ToContainTextAsync(ProviderName);
    }

    static async Task AskOnAPhone(PlaywrightBrowser browser, HostProcess host, string id)
    {
        await host.AdvanceTo((await host.Now()).Day().AddDays(1).At(8, 5));
        var mail = (await host.GetMails(to: "contact@studio-hirondelle.example")).Last(sent => sent.GetHeader("List-Unsubscribe") is not null);
        var page = await browser.OpenPage(390, 844, isPhone: true);
        await page.GotoAsync($"{mail.Link}?lang=en");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your projects" })).ToBeVisibleAsync();
        await Check(page, "own-page-phone-en");
        await page.GotoAsync(mail.Link);
        await Expect(page.GetByText("Le client dit")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the phone.");

        await page.GetByText("Poser une question").TapAsync();
        await page.Locator($"[id='{id}-text']").FillAsync("Le délai de livraison est-il ferme ?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).TapAsync();
        await Expect(page.GetByText("est bien arrivée")).ToBeVisibleAsync();
        await Check(page, "own-page-phone-fr");
    }

    static async Task HandOver(PlaywrightBrowser browser, HostProcess host, string id)
    {
        var page = await browser.OpenPage(1440, 900);
        await page.SignIn(host, ConsoleScenario.Simon);
        await page.GotoAsync($"{host.Address}desk/projects/{id}?lang=en");
        await Expect(page.GetByText("Hand a provider over to the person in charge")).ToBeVisibleAsync();
        await Check(page, "hand-over-en");
        await page.GotoAsync($"{host.Address}desk/projects/{id}?lang=fr");
        await page.Locator("#hand-over-provider-provider").FillAsync(ProviderName);
        await page.Locator("#hand-over-provider-text").FillAsync("Voudrait savoir qui décide.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Transmettre" }).ClickAsync();
        await Expect(page.GetByText("Transmis à la personne en charge")).ToBeVisibleAsync();
        await Check(page, "hand-over-fr");

        await host.Advance("PT5M");
        var mail = Assert.Single(await host.GetMails(id), sent => sent.Kind == "ProviderHandedOver");
        Assert.Contains("Ce mail ne promet rien", mail.Text.Replace('\n', ' '), StringComparison.Ordinal);
    }

    static async Task Check(IPage page, string name, string? part = null)
    {
        Assert.Empty(await Accessibility.FindViolations(page));
        if (!WritesScreens)
        {
            return;
        }

        var folder = RepositoryFolder.GetPath("docs", "providers");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{name}.png");
        await page.EvaluateAsync("document.activeElement?.blur()");
        await (part is null ? page.ScreenshotAsync(new() { Path = path, FullPage = true }) : page.Locator(part).ScreenshotAsync(new() { Path = path }));
    }
}
