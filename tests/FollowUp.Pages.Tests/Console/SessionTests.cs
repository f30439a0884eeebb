using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Pages.Tests.Console;

/// <summary>When a session of the console ends.</summary>
public sealed partial class SessionTests
{
    const string SignIn = "/desk/sign-in";
    const string OwnSessions = "/desk/preferences/sessions";

    const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
    const string Computer = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task Signing_out_ends_the_session_for_a_copy_of_the_cookie_too()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var browser = await app.SignIn(TestApp.Camille);
        var thief = browser.Copy();
        Assert.Contains("Ma journée", (await thief.Get("/desk")).Text, StringComparison.Ordinal);

        await browser.Fill("/desk", [], to: "/desk/sign-out");

        Assert.Equal(SignIn, (await thief.Get("/desk")).Location);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_from_before()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var browser = await app.SignIn(TestApp.Camille);
        var thief = browser.Copy();

        await browser.Fill(SignIn, new() { ["staff"] = TestApp.Camille.Id }, to: "/desk/sign-in/demo");

        Assert.Equal(SignIn, (await thief.Get("/desk")).Location);
        Assert.Contains("Ma journée", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Busy_session_ends_after_twelve_hours()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var clock = SetCookieClock(app);
        var browser = await app.SignIn(TestApp.Camille);
        for (var hour = 1; hour < 12; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            Assert.Contains("Ma journée", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(SignIn, (await browser.Get("/desk")).Location);
    }

    [Fact]
    public async Task Idle_session_ends_after_four_hours()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var clock = SetCookieClock(app);
        var browser = await app.SignIn(TestApp.Camille);

        clock.Advance(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1));

        Assert.Equal(SignIn, (await browser.Get("/desk")).Location);
    }

    [Fact]
    public async Task New_role_ends_sessions_and_tokens()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var tokens = app.Services.GetRequiredService<ITokens>();
        await tokens.Add("0123", TestApp.Camille.Id, app.Now, TestContext.Current.CancellationToken);
        var camille = await app.SignIn(TestApp.Camille);

        await Change(app, StaffDetails.Of(TestApp.Camille) with { Capacity = 51 });
        Assert.Contains("Ma journée", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        await Change(app, StaffDetails.Of(TestApp.Camille) with { Role = Role.Sales });

        Assert.Equal(SignIn, (await camille.Get("/desk")).Location);
        Assert.Null(await tokens.FindStaff("0123", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Manager_ends_all_sessions_of_a_person()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        Browser[] sessions = [await app.SignIn(TestApp.Camille), await app.SignIn(TestApp.Camille)];
        var nadia = await app.SignIn(TestApp.Nadia);
        var page = StaffPage().Match((await nadia.Get("/desk/staff")).Html).Groups[1].Value;

        var done = await nadia.Fill(page, new() { ["do"] = "end-sessions" });

        Assert.Contains("sont fermées", (await nadia.Get(done.Location)).Text, StringComparison.Ordinal);
        foreach (var session in sessions)
        {
            Assert.Equal(SignIn, (await session.Get("/desk")).Location);
        }

        Assert.Contains(await app.Audit(null), entry => entry is { What: "end-sessions", By: "nadia@demo.example" });
        Assert.Contains("Ma journée", (await (await app.SignIn(TestApp.Camille)).Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_sees_their_sessions_and_ends_one_or_all_others()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var (phone, computer, stranger) = (app.NewBrowser(Phone), app.NewBrowser(Computer), app.NewBrowser());
        foreach (var browser in new[] { stranger, phone, computer })
        {
            await browser.Fill(SignIn, new() { ["staff"] = TestApp.Camille.Id }, to: "/desk/sign-in/demo");
        }

        var other = await app.SignIn(TestApp.Nadia);
        var page = await computer.Get("/desk/preferences");
        foreach (var name in new[] { "Firefox, Windows", "Safari, iPhone", "Navigateur inconnu", "cette session" })
        {
            Assert.Contains(name, page.Text, StringComparison.Ordinal);
        }

        var ids = SessionButton().Matches(page.Html).Select(m => (Id: m.Groups[1].Value, Label: m.Groups[2].Value)).ToList();
        Assert.Equal(2, ids.Count);
        var ofPhone = ids.Single(s => s.Label.Contains("iPhone", StringComparison.Ordinal)).Id;

        // Nobody ends the session of another person.
        var refused = await other.Fill("/desk/search", new() { ["session"] = ofPhone }, to: OwnSessions);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("déjà fermée", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Ma journée", (await phone.Get("/desk")).Text, StringComparison.Ordinal);

        var done = await computer.Fill("/desk/search", new() { ["session"] = ofPhone }, to: OwnSessions);
        Assert.Contains("La session est fermée", (await computer.Get(done.Location)).Text, StringComparison.Ordinal);
        Assert.Equal(SignIn, (await phone.Get("/desk")).Location);
        Assert.Contains("Ma journée", (await stranger.Get("/desk")).Text, StringComparison.Ordinal);

        await computer.Fill("/desk/search", new() { ["session"] = "others" }, to: OwnSessions);
        Assert.Equal(SignIn, (await stranger.Get("/desk")).Location);
        Assert.Contains("Ma journée", (await computer.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("Ma journée", (await other.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.Audit(null)).Count(entry => entry is { What: "end-own-sessions", By: "camille@demo.example" }));
    }

    /// <summary>A row of a version before the list of sessions holds the time alone.</summary>
    [Fact]
    public async Task Session_of_an_earlier_version_stays_open()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var camille = await app.SignIn(TestApp.Camille);
        var settings = app.Services.GetRequiredService<IKeyValueStore>();
        var row = Assert.Single(await settings.List("session:", TestContext.Current.CancellationToken));
        await settings.Set(row.Key, $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}", TestContext.Current.CancellationToken);

        Assert.Contains("Vos sessions", (await camille.Get("/desk/preferences")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removed_person_has_no_session()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var camille = await app.SignIn(TestApp.Camille);

        await app.Services.GetRequiredService<StaffAdministration>().Remove(TestApp.Camille.Id, TestContext.Current.CancellationToken);

        Assert.Equal(SignIn, (await camille.Get("/desk")).Location);
    }

    static Task<StaffChange> Change(TestApp app, StaffDetails details) =>
        app.Services.GetRequiredService<StaffAdministration>().Change(details, TestContext.Current.CancellationToken);

    /// <summary>Sessions go by the system's clock; here by one that the test moves.</summary>
    static FakeTimeProvider SetCookieClock(TestApp app)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get("followup-desk").TimeProvider = clock;
        return clock;
    }

    [GeneratedRegex("name=\"session\" value=\"([0-9a-f]{64})\" aria-label=\"([^\"]+)\"")]
    private static partial Regex SessionButton();

    [GeneratedRegex("href=\"(/desk/staff/[0-9a-f]+)\"[^>]*>Camille")]
    private static partial Regex StaffPage();
}
