using System.Net;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

public sealed class LinkLifecycleTests
{
    static readonly Dictionary<string, string> StillLooking = new() { ["answer"] = "still-looking" };

    [Fact]
    public async Task Answer_is_recorded_and_confirmed()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        var answered = await browser.Fill(link, StillLooking);

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(link, answered.Location);
        Assert.Equal(ClientAnswer.StillLooking, (await app.Project("P-1")).LastClientAnswer);
        var after = await browser.Get(answered.Location);
        Assert.Contains("Merci, c’est enregistré", after.Text, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Martin : vous cherchez toujours", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeated_answer_shows_when_and_by_whom_it_was_recorded()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });
        var before = (await app.Project("P-1")).Version;
        await app.AdvanceTime(Duration.FromHours(1));

        var again = await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Déjà enregistré le", again.Text, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Martin : vous cherchez toujours", again.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Different_answer_on_a_used_link_is_refused()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        var other = await browser.Post(
            link, new() { ["answer"] = "gave-up", ["project"] = "P-1", ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("vous cherchez toujours", other.Text, StringComparison.Ordinal);
        Assert.True((await app.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Used_link_leads_to_the_client_s_own_page_which_takes_another_answer()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        await browser.Fill(link, StillLooking);
        var spent = await browser.Get(link);
        var own = "/l/" + spent.Html.Split("href=\"/l/")[1].Split('"')[0];

        var answered = await browser.Fill(own, new() { ["answer"] = "gave-up", ["project"] = "p-1" });

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(DeathReason.Abandoned, (await app.Project("P-1")).Outcome?.Reason);
    }

    [Fact]
    public async Task GET_of_a_link_changes_nothing()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var before = await app.Project("P-1");
        var browser = app.NewBrowser();

        foreach (var path in new[] { link, link + "/unsubscribe", link + "?answer=gave-up&project=P-1", link + "?approve=true" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.Head(path)).Status);
        }

        Assert.Equal(before.Version, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Link_of_a_closed_project_shows_the_outcome()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await app.RecordAsManager("P-1", new Close(Outcome.Won("PR-1")));
        await app.AdvanceTime(Duration.FromMinutes(10));

        var shown = await browser.Get(link);
        var posted = await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Vous avez choisi Studio Hirondelle", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"answer\"", shown.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, posted.Status);
        Assert.Contains("Vous avez choisi", posted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_of_an_earlier_generation_is_refused()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await app.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await app.RecordAsManager("P-1", new Reopen(null));
        var before = (await app.Project("P-1")).Version;

        var posted = await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, posted.Status);
        Assert.Contains("rouvert", posted.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Form_without_antiforgery_token_is_refused()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var before = (await app.Project("P-1")).Version;

        var posted = await app.NewBrowser().Post(link, StillLooking);

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains("name=\"answer\"", posted.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    [Fact]
    public async Task Page_is_in_the_client_s_language_or_the_requested_one()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink(language: Language.English);
        var browser = app.NewBrowser();

        Assert.Contains("Where do you stand?", (await browser.Get(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Où en êtes-vous", (await browser.Get(link + "?lang=fr")).Text, StringComparison.Ordinal);
        Assert.Contains("Where do you stand?", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_to_one_link_are_limited()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            var guess = await browser.Post(
                link, new() { ["answer"] = "gave-up", ["project"] = $"P-{100 + i}", ["__RequestVerificationToken"] = token });
            statuses.Add(guess.Status);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.True((await app.Project("P-1")).IsOpen);
    }
}
