using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FollowUp.EndToEnd.Tests.Browsers.ConsolePages;

/// <summary>Passkeys in Chromium, with an authenticator that the browser simulates (CDP, domain WebAuthn).</summary>
public sealed class PasskeysTests
{
    const string PasskeyPage = "desk/passkeys";
    const string SecondStep = "/desk/sign-in/passkey$";
    const string Day = "/desk$";

    [Fact]
    public async Task Passkey_is_asked_for_at_sign_in_until_it_is_reset()
    {
        await using var browser = await PlaywrightBrowser.Start();
        await using var host = HostProcess.CreateEmptyDemo();

        // Browsers take passkeys for a host name alone.
        var site = $"http://localhost:{host.Address.Port}/";
        host.Settings["PublicBase"] = site;
        await host.Serve();

        // Camille adds a passkey. Her other session ends.
        var page = await browser.OpenPage();
        var other = await browser.OpenPage();
        foreach (var opened in new[] { page, other })
        {
            await ChooseCamille(opened, site);
            await opened.WaitForAddress(Day);
        }

        await AddAuthenticator(page);
        await page.GotoAsync(site + PasskeyPage);
        await page.GetByLabel("Nom, pour la reconnaître").FillAsync("Téléphone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(8);
        await Expect(page.Locator(".passkeys")).ToContainTextAsync("Téléphone");
        var codes = await page.Locator(".recovery-codes li").AllInnerTextsAsync();
        await other.ReloadAsync();
        await Expect(other).ToHaveURLAsync($"{site}desk/sign-in");

        // The page goes on to work in the session that added it; the device does not make a second passkey.
        await page.GetByLabel("Nom, pour la reconnaître").FillAsync("Le même");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();
        await Expect(page.Locator("[data-failed]")).ToBeVisibleAsync();

        // At the next sign-in the link is not enough.
        await page.Context.ClearCookiesAsync();
        await ChooseCamille(page, site);
        await page.WaitForAddress(SecondStep);
        var answer = await page.GotoAsync(site + "desk");
        Assert.EndsWith("/desk/sign-in", answer!.Url, StringComparison.Ordinal);
        await page.GotoAsync(site + "desk/sign-in/passkey");
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser ma clé d’accès" }).ClickAsync();
        await page.WaitForAddress(Day);

        // Another device has no passkey; a recovery code opens the session, once.
        await ChooseCamille(other, site);
        await other.WaitForAddress(SecondStep);
        await UseCode(other, codes[0].ToUpperInvariant());
        await other.WaitForAddress(Day);
        await other.Context.ClearCookiesAsync();
        await ChooseCamille(other, site);
        await other.WaitForAddress(SecondStep);
        await UseCode(other, codes[0]);
        await Expect(other.Locator(".form-error")).ToContainTextAsync("pas valable");

        // The operator resets her access: sessions end, and the link is enough again.
        await host.RunCommand("staff", "reset-passkeys", "--email", ConsoleScenario.Camille);
        await page.ReloadAsync();
        await Expect(page).ToHaveURLAsync($"{site}desk/sign-in");
        await ChooseCamille(other, site);
        await other.WaitForAddress(Day);
    }

    static async Task ChooseCamille(IPage page, string site)
    {
        await page.GotoAsync(site + "desk/sign-in");
        await page.Locator($"button[value='{ConsoleScenario.Camille}']").ClickAsync();
    }

    static async Task UseCode(IPage page, string code)
    {
        await page.Locator("#code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Utiliser ce code" }).ClickAsync();
    }

    static async Task AddAuthenticator(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
