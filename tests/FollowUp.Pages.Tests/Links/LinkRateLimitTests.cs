using System.Net;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>The limits for one link, one mail address and one network address.</summary>
public sealed class LinkRateLimitTests
{
    const string Office = "192.0.2.7", Elsewhere = "192.0.2.8";

    [Theory]
    [InlineData(Office, Office, Elsewhere)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]
    [InlineData("::ffff:192.0.2.7", Office, "::ffff:192.0.2.8")]
    public async Task Guessing_links_blocks_only_the_network_that_guesses(string guesser, string sameNetwork, string elsewhere)
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var (guessing, neighbour) = (app.NewBrowser(from: guesser), app.NewBrowser(from: sameNetwork));
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guessing.Get($"/l/guess-{i}")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guessing.Get("/l/another")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await neighbour.Post("/l/another", [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.Get(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.NewBrowser(from: elsewhere).Get("/l/another")).Status);
    }

    [Fact]
    public async Task Posts_of_one_network_are_limited_over_all_links()
    {
        await using var app = await TestApp.Start();
        await app.CreateProjectInFollowUp();
        var browser = app.NewBrowser(from: Office);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            var link = Link(app, step: i);
            for (var n = 0; n < 16; n++)
            {
                statuses.Add((await browser.Post(link, [])).Status);
            }
        }

        Assert.Equal(300, statuses.Count(s => s == HttpStatusCode.BadRequest));
        Assert.All(statuses.Skip(300), s => Assert.Equal(HttpStatusCode.TooManyRequests, s));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.NewBrowser(from: Elsewhere).Post(Link(app, step: 0), [])).Status);
    }

    [Theory]
    [InlineData(Office, 30)]
    [InlineData("127.0.0.1", 50)]
    [InlineData("::ffff:127.0.0.1", 50)]
    [InlineData(null, 50)]
    public async Task Sign_in_mails_of_one_network_are_limited_and_more_loosely_behind_a_proxy(string? from, int mails)
    {
        await using var app = await TestApp.Start();
        for (var i = 0; i < 10; i++)
        {
            await app.PutStaff(new Staff($"staff-{i}@demo.example", $"Staff {i}", Role.Coordinator, [Language.French]));
        }

        var browser = app.NewBrowser(from: from);
        for (var i = 0; i < 50; i++)
        {
            var page = await app.AskToSignIn(browser, $"staff-{i % 10}@demo.example");
            Assert.Equal(i < mails ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, page.Status);
        }

        Assert.Equal(mails, (await app.AllMails()).Length);
        await app.AskToSignIn(app.NewBrowser(from: Elsewhere), TestApp.Camille.Id);
        Assert.Equal(mails + 1, (await app.AllMails()).Length);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData(null)]
    public async Task Sign_ins_of_all_callers_behind_a_proxy_are_limited_together_and_their_rows_expire_within_a_day(string? from)
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser(from: from);
        var form = await browser.Get("/desk/sign-in");
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Ask(i)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(300)).Status);
        Assert.Single(await app.Audit(null), entry => entry is { What: "sign-in", By: "unknown-caller", Code: "limit-reached" });
        await app.DeliverDepartmentMails();
        app.Time.Advance(TimeSpan.FromHours(25));
        await app.Services.GetRequiredService<ExpiredRowCleaner>().Clean(app.Now, TestContext.Current.CancellationToken);
        var settings = app.Services.GetRequiredService<IKeyValueStore>();
        Assert.Empty(await settings.List("mail-done:sign-in.", TestContext.Current.CancellationToken));
        Assert.Empty(await settings.List("limit:sign-in", TestContext.Current.CancellationToken));

        Task<Browser.Page> Ask(int i) => browser.Post(
            "/desk/sign-in", new() { ["email"] = $"nobody-{i}@demo.example", ["__RequestVerificationToken"] = form.FormToken });
    }

    [Fact]
    public async Task Requests_for_one_address_over_its_limit_leave_its_network_room()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser(from: Office);
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.AskToSignIn(browser, TestApp.Camille.Id)).Status);
        }

        await app.AskToSignIn(app.NewBrowser(from: Office), TestApp.Nadia.Id);

        Assert.Contains(await app.AllMails(), entry => entry.Mail.To == TestApp.Nadia.Id);
    }

    static string Link(TestApp app, long step) => "/l/" + app.Services.GetRequiredService<LinkTokens>().CreateToken(
        new Link(LinkPurpose.ClientPage, "P-1", 1, step, TestApp.Client, app.Now + Duration.FromDays(1)));
}
