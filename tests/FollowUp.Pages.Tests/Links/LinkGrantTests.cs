using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Domain.Outbox;
using FollowUp.Pages.Tests.Console;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>A link grants what it is for: no page leads from an unsubscribe or a used link to one that grants more.</summary>
public sealed partial class LinkGrantTests
{
    static readonly Dictionary<string, string> StillLooking = new() { ["answer"] = "still-looking" };

    [Fact]
    public async Task Unsubscribe_link_leads_to_no_other_link()
    {
        await using var app = await TestApp.Start();
        await app.CreateRelaunchLink();
        var unsubscribe = new Uri((await app.MailsOf(MessageKind.RelaunchFirst))[0].Mail.Links[^1]).AbsolutePath;

        var page = await app.NewBrowser().Get(unsubscribe);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(OtherLinks(page, unsubscribe));
    }

    [Fact]
    public async Task Used_link_leads_to_no_other_link_in_another_browser()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        await app.NewBrowser().Fill(link, StillLooking);

        var page = await app.NewBrowser().Get(link);

        Assert.Contains("Déjà enregistré", page.Text, StringComparison.Ordinal);
        Assert.Empty(OtherLinks(page, link));
    }

    [Fact]
    public async Task Browser_that_used_a_link_can_answer_again_for_an_hour()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        await browser.Fill(link, StillLooking);

        var page = Assert.Single(OtherLinks(await browser.Get(link), link));

        Assert.Contains("name=\"answer\"", (await browser.Get(page)).Html, StringComparison.Ordinal);
        await app.AdvanceTime(Duration.FromMinutes(61));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(page)).Status);
    }

    [Fact]
    public async Task Approval_link_shows_the_timeline_only_after_sign_in()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var link = await app.AskToClose();

        var stranger = await app.NewBrowser().Get(link);
        var camille = await (await app.SignIn(TestApp.Camille)).Get(link);

        Assert.Contains("Une décision vous est demandée", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Les derniers événements", stranger.Text, StringComparison.Ordinal);
        Assert.Contains("Les derniers événements", camille.Text, StringComparison.Ordinal);
    }

    /// <summary>The links on a page with another token than its own; undo buttons have one by design.</summary>
    static string[] OtherLinks(Browser.Page page, string own) =>
        [.. Links().Matches(page.Html).Select(match => match.Groups[1].Value).Where(link => link.Split('/', '?')[2] != own.Split('/', '?')[2]).Distinct()];

    [GeneratedRegex("\"(/l/[^\"]+)\"")]
    private static partial Regex Links();
}
