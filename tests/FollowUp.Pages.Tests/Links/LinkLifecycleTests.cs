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
    public async Task An_answer_is_recorded_and_the_page_after_it_says_thanks_and_what_was_recorded()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();

        var answered = await browser.Fill(link, StillLooking);

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(link, answered.Location);
        Assert.Equal(ClientAnswer.StillLooking, (await house.Project("P-1")).LastClientAnswer);
        var after = await browser.Get(answered.Location);
        Assert.Contains("Merci, c’est enregistré", after.Text, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Martin : vous cherchez toujours", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_answer_again_is_told_when_and_by_whom_it_was_recorded_and_changes_nothing()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });
        var before = (await house.Project("P-1")).Version;
        await house.AdvanceTime(Duration.FromHours(1));

        var again = await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Déjà enregistré le", again.Text, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Martin : vous cherchez toujours", again.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task Another_answer_on_a_spent_link_is_told_what_was_recorded_and_changes_nothing()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        var other = await browser.Post(
            link, new() { ["answer"] = "gave-up", ["project"] = "P-1", ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("vous cherchez toujours", other.Text, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Whoever_used_a_link_up_finds_their_own_page_behind_it_and_may_say_more_there()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        await browser.Fill(link, StillLooking);
        var spent = await browser.Get(link);
        var own = "/l/" + spent.Html.Split("href=\"/l/")[1].Split('"')[0];

        var answered = await browser.Fill(own, new() { ["answer"] = "gave-up", ["project"] = "p-1" });

        Assert.Equal(HttpStatusCode.SeeOther, answered.Status);
        Assert.Equal(DeathReason.Abandoned, (await house.Project("P-1")).Outcome?.Reason);
    }

    [Fact]
    public async Task Reading_a_link_changes_nothing_however_often_it_is_fetched()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var before = await house.Project("P-1");
        var browser = house.NewBrowser();

        foreach (var path in new[] { link, link + "/unsubscribe", link + "?answer=gave-up&project=P-1", link + "?approve=true" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.Get(path)).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.Head(path)).Status);
        }

        Assert.Equal(before.Version, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task A_link_of_a_closed_project_says_what_happened_instead()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await house.RecordAsManager("P-1", new Close(Outcome.Won("PR-1")));

        var shown = await browser.Get(link);
        var posted = await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("Votre projet est concrétisé avec Studio Hirondelle", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"answer\"", shown.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, posted.Status);
        Assert.Contains("Votre projet est concrétisé", posted.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_from_before_the_project_was_reopened_no_longer_acts()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await house.RecordAsManager("P-1", new Close(Outcome.Dead(DeathReason.Abandoned)));
        await house.RecordAsManager("P-1", new Reopen(null));
        var before = (await house.Project("P-1")).Version;

        var posted = await browser.Post(link, new(StillLooking) { ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, posted.Status);
        Assert.Contains("rouvert", posted.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task A_form_that_was_not_sent_from_our_page_records_nothing()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var before = (await house.Project("P-1")).Version;

        var posted = await house.NewBrowser().Post(link, StillLooking);

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains("name=\"answer\"", posted.Html, StringComparison.Ordinal);
        Assert.Equal(before, (await house.Project("P-1")).Version);
    }

    [Fact]
    public async Task The_page_speaks_the_client_s_language_and_the_other_one_on_demand()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink(language: Language.English);
        var browser = house.NewBrowser();

        Assert.Contains("Where do you stand?", (await browser.Get(link)).Text, StringComparison.Ordinal);
        Assert.Contains("Où en êtes-vous", (await browser.Get(link + "?lang=fr")).Text, StringComparison.Ordinal);
        Assert.Contains("Where do you stand?", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_answers_a_minute_are_enough_for_anybody()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 25; i++)
        {
            var guess = await browser.Post(
                link, new() { ["answer"] = "gave-up", ["project"] = $"P-{100 + i}", ["__RequestVerificationToken"] = token });
            statuses.Add(guess.Status);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.True((await house.Project("P-1")).IsOpen);
    }
}
