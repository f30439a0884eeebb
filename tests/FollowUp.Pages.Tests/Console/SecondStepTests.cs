using System.Net;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.SecondFactors;
using FollowUp.Domain.Permissions;
using FollowUp.Web.Api.Staffing;
using FollowUp.Web.Console.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Console;

/// <summary>What opens a session of a person who has a passkey. Real passkeys are used in <c>PasskeysTests</c>, by a browser.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    const string SecondStep = "/desk/sign-in/passkey";
    const string SignIn = "/desk/sign-in";
    const string Code = "k7mdp-2xqra-k7mdp-2xqra-k7mdp";

    TestApp app = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    SecondFactorAdministration Factors => app.Services.GetRequiredService<SecondFactorAdministration>();

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.Start(o => o.Demo = true);
        await Factors.Add(TestApp.Camille.Id, CreatePasskey("AAEC"), [RecoveryCodes.Hash(Code)], Cancellation);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Link_alone_opens_no_session_and_a_copied_first_step_opens_none_either()
    {
        var browser = app.NewBrowser();
        await app.AskToSignIn(browser, TestApp.Camille.Id);
        var link = new Uri((await app.AllMails()).Single(entry => entry.Mail.Subject.StartsWith("Votre lien", StringComparison.Ordinal)).Mail.Links[0]).AbsolutePath;

        var done = await browser.Fill(link, []);

        Assert.Equal(SecondStep, done.Location);
        Assert.Equal(SignIn, (await browser.Get("/desk")).Location);
        Assert.DoesNotContain(await app.Audit(null), entry => entry is { What: "sign-in", Code: "done" });
        Assert.Equal(SignIn, (await app.NewBrowser().Get(SecondStep)).Location);
    }

    [Theory]
    [InlineData("passkey", "credential", "{}", "wrong-passkey")]
    [InlineData("passkey", "credential", "no json", "wrong-passkey")]
    [InlineData("recovery", "code", "k7mdp-2xqra-k7mdp-2xqra-k7mdq", "wrong-recovery-code")]
    public async Task Wrong_answer_opens_no_session_and_is_audited(string form, string field, string value, string code)
    {
        var browser = await BeginSignIn();

        var answer = await browser.Fill(SecondStep, new() { ["do"] = form, [field] = value });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(SignIn, (await browser.Get("/desk")).Location);
        Assert.Contains(await app.Audit(null), entry => entry.What == "sign-in" && entry.Code == code && entry.By == TestApp.Camille.Id);
    }

    [Fact]
    public async Task Recovery_code_opens_one_session_in_whatever_way_it_is_written()
    {
        var browser = await BeginSignIn();
        var done = await browser.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = " K7MDP 2XQRA k7mdp2xqra-k7mdp " });
        Assert.Equal("/desk", done.Location);
        Assert.Contains("Ma journée", (await browser.Get("/desk")).Text, StringComparison.Ordinal);

        var again = await BeginSignIn();
        var refused = await again.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = Code });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_without_end()
    {
        var browser = await BeginSignIn();
        HttpStatusCode status;
        var tries = 0;
        do
        {
            status = (await browser.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = $"guess-{tries}" })).Status;
        }
        while (status == HttpStatusCode.BadRequest && ++tries < 20);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal(10, tries);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Fill(SecondStep, new() { ["do"] = "recovery", ["code"] = Code })).Status);
    }

    [Fact]
    public async Task Question_to_a_browser_is_answered_once()
    {
        var challenges = app.Services.GetRequiredService<PasskeyChallenges>();
        await challenges.Ask("browser", "question", Cancellation);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => challenges.Take("browser", Cancellation).AsTask()));

        Assert.Equal("question", Assert.Single(taken, state => state is not null));
        Assert.Null(await challenges.Take("another browser", Cancellation));
    }

    [Fact]
    public async Task Page_runs_its_own_script_alone()
    {
        var page = await (await BeginSignIn()).Get(SecondStep);

        Assert.Contains("script-src https://suivi.example/assets/passkey.js", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("data-options", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manager_resets_the_passkeys_and_others_may_not()
    {
        var nadia = await app.SignIn(TestApp.Nadia);
        var page = $"/desk/staff/{TestApp.Camille.Id}";
        var yanis = await app.SignIn(TestApp.Yanis);
        Assert.Equal(HttpStatusCode.Forbidden, (await yanis.Fill("/desk", new() { ["do"] = "reset-passkeys" }, to: page)).Status);
        Assert.NotNull((await Camille()).SecondFactor);

        var done = await nadia.Fill(page, new() { ["do"] = "reset-passkeys" });

        Assert.Contains("sont supprimés", (await nadia.Get(done.Location)).Text, StringComparison.Ordinal);
        Assert.Null((await Camille()).SecondFactor);
        Assert.Contains(await app.Audit(null), entry => entry is { What: "reset-passkeys", Code: "done", By: "nadia@demo.example" });
        Assert.Contains("Ma journée", (await (await app.SignIn(TestApp.Camille)).Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_ends_a_sign_in_that_has_begun()
    {
        var browser = await BeginSignIn();

        await Factors.Reset(TestApp.Camille.Id, Cancellation);

        Assert.Equal(SignIn, (await browser.Get(SecondStep)).Location);
    }

    [Fact]
    public async Task Second_passkey_keeps_the_codes_and_the_last_one_takes_them_along()
    {
        await Factors.Add(TestApp.Camille.Id, CreatePasskey("AAED"), [], Cancellation);
        Assert.Single((await Camille()).SecondFactor!.RecoveryCodes);

        Assert.NotNull(await Factors.Remove(TestApp.Camille.Id, "AAEC", Cancellation));
        Assert.Single((await Camille()).SecondFactor!.RecoveryCodes);
        Assert.NotNull(await Factors.Remove(TestApp.Camille.Id, "AAED", Cancellation));

        Assert.Null((await Camille()).SecondFactor);
    }

    [Fact]
    public async Task Change_of_details_keeps_passkeys_and_leaving_removes_them()
    {
        var administration = app.Services.GetRequiredService<StaffAdministration>();
        var details = StaffDetails.Of(TestApp.Camille);
        await administration.Change(details with { Capacity = 12, Role = Role.Sales }, Cancellation);
        Assert.NotNull((await Camille()).SecondFactor);

        await administration.Remove(TestApp.Camille.Id, Cancellation);
        await administration.Add(details, Cancellation);

        Assert.Null((await Camille()).SecondFactor);
    }

    [Fact]
    public async Task Export_of_a_person_names_the_passkeys()
    {
        var export = await app.Services.GetRequiredService<DirectoryExportQuery>().ExportStaff(TestApp.Camille.Id, Cancellation);

        Assert.Equal("Téléphone", Assert.Single(export!.Passkeys).Name);
        Assert.Equal(1, export.RecoveryCodes);
    }

    static Passkey CreatePasskey(string id) => new(
        id, "AAEC", "Téléphone", NodaTime.Instant.FromUtc(2026, 11, 23, 8, 0), 0, ["internal"], IsUserVerified: true, IsBackupEligible: false, IsBackedUp: false);

    async Task<Browser> BeginSignIn()
    {
        var browser = await app.SignIn(TestApp.Camille);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(SecondStep)).Status);
        return browser;
    }

    async Task<Staff> Camille() => (await app.Services.GetRequiredService<IDirectory>().ReadStaff(TestApp.Camille.Id, Cancellation))!;
}
