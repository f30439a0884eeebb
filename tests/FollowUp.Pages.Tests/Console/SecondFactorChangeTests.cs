using System.Net;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Pages.Tests.Console;

/// <summary>What an open session may change of its person's passkeys and recovery codes, and what it has to show first.</summary>
public sealed class SecondFactorChangeTests : IAsyncLifetime
{
    const string Page = "/desk/passkeys";
    const string SecondStep = "/desk/sign-in/passkey";
    const string SignIn = "/desk/sign-in";
    const string Own = "AAEC";

    static readonly string[] Codes = ["k7mdp-2xqra-k7mdp-2xqra-k7mdp", "k7mdp-2xqra-k7mdp-2xqra-k7mdq", "k7mdp-2xqra-k7mdp-2xqra-k7mdr"];

    FakeTimeProvider cookieClock = null!;
    TestApp app = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    SecondFactorAdministration Factors => app.Services.GetRequiredService<SecondFactorAdministration>();

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.Start(o => o.Demo = true);
        cookieClock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("followup-desk").TimeProvider = cookieClock;
        await Factors.Add(TestApp.Camille.Id, CreatePasskey(Own), [.. Codes.Select(RecoveryCodes.Hash)], Cancellation);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("remove")]
    [InlineData("codes")]
    [InlineData("add")]
    public async Task Session_changes_nothing_ten_minutes_after_the_last_passkey(string change)
    {
        var browser = await OpenSession(Codes[0]);
        var before = (await Camille()).SecondFactor!;
        cookieClock.Advance(TimeSpan.FromMinutes(10));

        var answer = await browser.Fill(Page, new() { ["do"] = change, ["passkey"] = Own, ["name"] = "Voleur", ["credential"] = "{}" });

        Assert.Equal(SecondStep, answer.Location);
        var after = (await Camille()).SecondFactor!;
        Assert.Equal(before.Passkeys.Select(p => p.Id), after.Passkeys.Select(p => p.Id));
        Assert.Equal(before.RecoveryCodes, after.RecoveryCodes);
        Assert.DoesNotContain("data-options", (await browser.Get(Page)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recovery_code_in_the_session_leads_back_and_allows_changes_for_ten_minutes()
    {
        var browser = await OpenSession(Codes[0]);
        cookieClock.Advance(TimeSpan.FromMinutes(10));
        await browser.Fill(Page, new() { ["do"] = "prove" });
        Assert.Contains("confirmez d’abord", (await browser.Get(SecondStep)).Text, StringComparison.Ordinal);

        var wrong = await browser.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = Codes[0] });
        var right = await browser.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = Codes[1] });

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(Page, right.Location);
        cookieClock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal($"{Page}?done=remove", (await browser.Fill(Page, new() { ["do"] = "remove", ["passkey"] = Own })).Location);
        Assert.Null((await Camille()).SecondFactor);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "confirm-by-passkey", Code: "wrong-recovery-code" });
        Assert.Contains(await app.Audit(null), entry => entry is { What: "confirm-by-passkey", Code: "done" });
    }

    [Fact]
    public async Task Change_ends_the_other_sessions_and_keeps_this_one_to_its_twelve_hours()
    {
        var other = await OpenSession(Codes[0]);
        var browser = await OpenSession(Codes[1]);

        var done = await browser.Fill(Page, new() { ["do"] = "codes" });

        Assert.Contains("Vos codes de secours", done.Text, StringComparison.Ordinal);
        Assert.Contains("Créer de nouveaux codes", done.Text, StringComparison.Ordinal);
        Assert.Equal(SignIn, (await other.Get("/desk")).Location);
        for (var hour = 1; hour < 12; hour++)
        {
            cookieClock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk")).Status);
        }

        cookieClock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(SignIn, (await browser.Get("/desk")).Location);
    }

    [Fact]
    public async Task Step_in_a_session_opens_nothing_once_the_session_has_ended()
    {
        var browser = await OpenSession(Codes[0]);
        cookieClock.Advance(TimeSpan.FromMinutes(10));
        await browser.Fill(Page, new() { ["do"] = "prove" });
        var stolen = browser.Copy();
        var shown = await stolen.Get(SecondStep);
        await browser.Fill("/desk", [], to: "/desk/sign-out");

        await stolen.Post(SecondStep, new() { ["do"] = "recovery", ["code"] = Codes[1], ["__RequestVerificationToken"] = shown.FormToken });

        Assert.Equal(SignIn, (await stolen.Get("/desk")).Location);
        Assert.Contains(RecoveryCodes.Hash(Codes[1]), (await Camille()).SecondFactor!.RecoveryCodes);
    }

    [Fact]
    public async Task First_passkey_needs_a_session_of_the_last_ten_minutes()
    {
        var browser = await app.SignIn(TestApp.Yanis);
        Assert.Contains("data-options", (await browser.Get(Page)).Html, StringComparison.Ordinal);
        cookieClock.Advance(TimeSpan.FromMinutes(10));

        var answer = await browser.Fill(Page, new() { ["do"] = "add", ["name"] = "Téléphone", ["credential"] = "{}" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("connectez-vous de nouveau", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Se connecter de nouveau", (await browser.Get(Page)).Text, StringComparison.Ordinal);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "add-passkey", Code: "sign-in-again" });
    }

    [Fact]
    public async Task Manager_resets_passkeys_only_ten_minutes_after_signing_in()
    {
        var nadia = await app.SignIn(TestApp.Nadia);
        cookieClock.Advance(TimeSpan.FromMinutes(10));

        var answer = await nadia.Fill($"/desk/staff/{TestApp.Camille.Id}", new() { ["do"] = "reset-passkeys" });

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("connectez-vous de nouveau", answer.Text, StringComparison.Ordinal);
        Assert.NotNull((await Camille()).SecondFactor);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task Each_change_is_mailed_with_its_time_and_what_to_do(Language language)
    {
        await app.PutStaff(TestApp.Yanis with { Languages = [language] });
        var id = TestApp.Yanis.Id;
        await Factors.Add(id, CreatePasskey("AAED"), [], Cancellation);
        await Factors.Add(id, CreatePasskey("AAEE"), [], Cancellation);
        await Factors.ReplaceRecoveryCodes(id, [], Cancellation);
        await Factors.Remove(id, "AAED", Cancellation);
        await Factors.Remove(id, "AAEE", Cancellation);
        await Factors.Add(id, CreatePasskey("AAEF"), [], Cancellation);
        await Factors.Reset(id, Cancellation);

        await app.DeliverDepartmentMails();

        var mails = (await app.AllMails()).Where(entry => entry.Mail.To == id).Select(entry => entry.Mail).ToList();
        var french = language == Language.French;
        Assert.Equal(7, mails.Count);
        Assert.Equal(3, mails.Count(m => m.Subject == (french ? "Une clé d’accès a été ajoutée à votre compte" : "A passkey was added to your account")));
        Assert.Equal(2, mails.Count(m => m.Subject == (french ? "Une clé d’accès a été retirée de votre compte" : "A passkey was removed from your account")));
        Assert.Single(mails, m => m.Text.Contains(french ? "C’était la dernière" : "It was the last one", StringComparison.Ordinal));
        Assert.Single(mails, m => m.Subject == (french ? "Vos clés d’accès ont été réinitialisées" : "Your passkeys were reset"));
        Assert.All(mails, m => Assert.Contains(french ? "Ce n’était pas vous" : "Was it not you?", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Contains("2026", m.Text, StringComparison.Ordinal));
    }

    static Passkey CreatePasskey(string id) => new(
        id, "AAEC", "Téléphone", NodaTime.Instant.FromUtc(2026, 11, 23, 8, 0), 0, ["internal"], IsUserVerified: true, IsBackupEligible: false, IsBackedUp: false);

    /// <summary>Camille's session, by a recovery code.</summary>
    async Task<Browser> OpenSession(string code)
    {
        var browser = await app.SignIn(TestApp.Camille);
        Assert.Equal("/desk", (await browser.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = code })).Location);
        return browser;
    }

    async Task<Staff> Camille() => (await app.Services.GetRequiredService<IDirectory>().ReadStaff(TestApp.Camille.Id, Cancellation))!;
}
