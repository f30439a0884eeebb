using System.Net;
using FollowUp.TestKit;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers;

/// <summary>A demo whose clock runs, controlled from its page without scripts.</summary>
public sealed class PlayingDemoTests
{
    [Fact]
    public async Task Clock_of_a_playing_demo_runs_and_is_paused_slowed_and_resumed_on_its_page()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = await HostProcess.StartPlayingDemo();
        var page = await browser.OpenPage(390, 844, isPhone: true, hasScripts: false);
        await page.GotoAsync($"{host.Address}demo/play");
        await Expect(page.Locator("#state")).ToContainTextAsync("3 600 fois plus vite que le temps");
        var begun = await host.Now();
        await Eventually.IsTrue(async () => await host.Now() > begun.AddHours(1), () => "The clock does not run.");

        await page.Locator("button[value=pause]").ClickAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("L’horloge est arrêtée.");
        await Expect(page.Locator(".demo-ribbon a")).ToHaveTextAsync("Horloge arrêtée");
        await page.Locator("button[value=slower]").ClickAsync();
        await page.Locator("button[value=resume]").ClickAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("1 800 fois plus vite que le temps");

        var refused = await host.AnonymousClient.PostAsync(new Uri("/demo/play", UriKind.Relative), new FormUrlEncodedContent([new("do", "pause")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await page.ReloadAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("1 800 fois plus vite que le temps");
        var scripted = await browser.OpenPage(390, 844, isPhone: true);
        await scripted.GotoAsync($"{host.Address}demo/play?lang=en");
        Assert.True(await scripted.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        Assert.Empty(await Accessibility.FindViolations(scripted));
    }

    [Fact]
    public async Task Demo_whose_clock_stands_still_has_no_such_page()
    {
        await using var host = await HostProcess.StartEmptyDemo();
        var answer = await host.AnonymousClient.GetAsync(new Uri("/demo/play", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
