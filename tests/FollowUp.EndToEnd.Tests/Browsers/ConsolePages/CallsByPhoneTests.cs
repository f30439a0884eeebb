using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

public sealed class CallsByPhoneTests
{
    const int Width = 390;
    const int Height = 844;

    [Fact]
    public async Task The_client_and_the_number_come_first_on_a_phone()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(3);
        var page = await browser.OpenPage(Width, Height, isPhone: true);
        await page.SignIn(host, ConsoleScenario.Camille);
        await page.GetByRole(AriaRole.Link, new() { Name = "Appel suivant" }).TapAsync();

        for (var call = 1; call <= 3; call++)
        {
            await Expect(page.Locator("a.dial-big")).ToBeInViewportAsync(new() { Ratio = 1 });
            await Expect(page.Locator("button[value='no-answer']")).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            await page.Locator("button[value='no-answer']").TapAsync();
            await Expect(page.Locator(".recorded")).ToContainTextAsync("Annuler");
        }

        await Expect(page.GetByText("Tous les appels du jour sont faits")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Calls_are_recorded_with_scripts_off()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await ConsoleScenario.StartWithDueCalls(1);
        var page = await browser.OpenPage(Width, Height, hasScripts: false);
        await page.SignIn(host, ConsoleScenario.Camille);

        await page.Locator(".row a.call").ClickAsync();
        await page.Locator("button[value='busy']").ClickAsync();

        await Expect(page.GetByText("Tous les appels du jour sont faits")).ToBeVisibleAsync();
    }
}
