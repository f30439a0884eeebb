using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

public sealed class DayPageTests
{
    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    [Fact]
    public async Task My_day_has_the_calls_of_today_with_their_reason_and_a_number_to_dial()
    {
        await using var house = await Open();
        await house.SubmitProject();
        var browser = await house.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("Aujourd’hui", day.Text, StringComparison.Ordinal);
        Assert.Contains("Refonte du site", day.Text, StringComparison.Ordinal);
        Assert.Contains("Jeanne Martin, Atelier Martin", day.Text, StringComparison.Ordinal);
        Assert.Contains("1er essai sur 6", day.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"tel:+33199001234\"", day.Html.Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_called_in_time_is_overdue()
    {
        await using var house = await Open();
        await house.SubmitProject();
        await house.AdvanceTime(Duration.FromHours(3));
        var browser = await house.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("En retard", day.Text, StringComparison.Ordinal);
        Assert.Contains("2 h de retard", day.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_and_news_stand_in_the_day()
    {
        await using var house = await Open();
        var link = await house.CreateRelaunchLink();
        await house.NewBrowser().Fill(link, new() { ["answer"] = "still-looking" });
        await house.Record("P-1", new AskQuestion("Q-1", "PR-1", new FreeText("Avez-vous un logo ?")), Actor.Website);
        var browser = await house.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("Studio Hirondelle attend une réponse", day.Text, StringComparison.Ordinal);
        Assert.Contains("Dernière réponse : cherche toujours", day.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_a_closed_project_stands_in_the_day_of_whoever_was_in_charge_until_it_is_read()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        await house.RecordAsManager("P-1", new Close(Outcome.Won("PR-1")));
        await house.Record("P-1", new ReportReply(new FreeText("Le prestataire ne répond plus."), house.Now), Actor.Client(TestApp.Client));
        var camille = await house.SignIn(TestApp.Camille);
        var nadia = await house.SignIn(TestApp.Nadia);

        var day = await camille.Get("/desk");
        Assert.Contains("Réponses à lire 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("« Le prestataire ne répond plus. » · projet clos", day.Text, StringComparison.Ordinal);
        Assert.Contains("Le prestataire ne répond plus", (await nadia.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ne répond plus", (await (await house.SignIn(TestApp.Yanis)).Get("/desk")).Text, StringComparison.Ordinal);

        var page = await camille.Get("/desk/projects/P-1");
        Assert.Contains("Lue, rien d’autre à faire", page.Text, StringComparison.Ordinal);
        await camille.Fill("/desk/projects/P-1", new() { ["do"] = "add-note", ["text"] = "Lue." });

        Assert.Null((await house.Project("P-1")).ReplyWaitsSince);
        Assert.DoesNotContain("ne répond plus", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lue, rien d’autre", (await camille.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_sees_their_own_day_and_a_manager_everybody_s_or_one_person_s()
    {
        await using var house = await Open();
        await house.SubmitProject();
        var yanis = await house.SignIn(TestApp.Yanis);
        var nadia = await house.SignIn(TestApp.Nadia);

        Assert.DoesNotContain("Refonte du site", (await yanis.Get("/desk")).Text, StringComparison.Ordinal);
        var everybody = await nadia.Get("/desk");
        Assert.Contains("Refonte du site", everybody.Text, StringComparison.Ordinal);
        Assert.Contains("Camille Aubertin", everybody.Text, StringComparison.Ordinal);
        var tabs = everybody.Html.Split("href=\"/desk?staff=").Skip(1).Select(t => t.Split('"')[0]).ToArray();
        Assert.Equal(2, tabs.Length);
        Assert.All(tabs, tab => Assert.DoesNotContain("@", tab, StringComparison.Ordinal));
        var counts = new List<bool>();
        foreach (var tab in tabs)
        {
            counts.Add((await nadia.Get("/desk?staff=" + tab)).Text.Contains("Refonte du site", StringComparison.Ordinal));
        }

        Assert.Single(counts, found => found);
    }

    [Fact]
    public async Task English_is_one_click_away_and_is_remembered()
    {
        await using var house = await Open();
        await house.SubmitProject();
        var browser = await house.SignIn(TestApp.Camille);

        Assert.Contains("Ma journée", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains("My day", (await browser.Get("/desk?lang=en")).Text, StringComparison.Ordinal);
        Assert.Contains("My day", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_finds_the_client_and_leaves_no_name_in_an_address()
    {
        await using var house = await Open();
        await house.SubmitProject();
        var browser = await house.SignIn(TestApp.Camille);

        var posted = await browser.Fill("/desk", new() { ["q"] = "jeanne MARTIN" }, to: "/desk/search");
        var found = await browser.Get(posted.Location);

        Assert.DoesNotContain("martin", posted.Location, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Refonte du site", found.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"jeanne MARTIN\"", found.Html, StringComparison.Ordinal);
        Assert.Contains("Aucun projet", (await browser.Get("/desk/search?q=nobody")).Text, StringComparison.Ordinal);
        Assert.Contains("Aucun projet", (await browser.Get("/desk/search?phase=won")).Text, StringComparison.Ordinal);
    }
}
