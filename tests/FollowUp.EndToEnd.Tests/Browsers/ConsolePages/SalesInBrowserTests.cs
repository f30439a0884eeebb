using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

public sealed class SalesInBrowserTests
{
    [Fact]
    public async Task Sales_find_titles_and_no_clients()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartSampleDemo();
        var page = await browser.OpenPage();
        await page.SignIn(host, ConsoleScenario.Simon);
        await page.WaitForAddress("/desk/search$");

        await page.Locator("#text").FillAsync("catalogue");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await Expect(page.Locator(".row.found")).Not.ToHaveCountAsync(0);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Sahraoui");

        await page.Locator("#text").FillAsync("Sahraoui");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chercher" }).ClickAsync();
        await Expect(page.GetByText("Aucun projet ne correspond.")).ToBeVisibleAsync();
    }
}
