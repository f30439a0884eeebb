using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

/// <summary>What the day shows of clients and providers: replies, answers and questions, until somebody has read them.</summary>
public sealed class DayNewsTests
{
    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    [Fact]
    public async Task Day_page_shows_questions_and_news()
    {
        await using var app = await Open();
        var link = await app.CreateRelaunchLink();
        await app.NewBrowser().Fill(link, new() { ["answer"] = "still-looking" });
        await app.Record("P-1", new AskQuestion("Q-1", "PR-1", new FreeText("Avez-vous un logo ?")), Actor.Website);
        var browser = await app.SignIn(TestApp.Camille);

        var day = await browser.Get("/desk");

        Assert.Contains("Studio Hirondelle attend une réponse", day.Text, StringComparison.Ordinal);
        Assert.Contains("Dernière réponse : cherche toujours", day.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_on_a_closed_project_is_shown_until_it_is_read()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        await app.RecordAsManager("P-1", new Close(Outcome.Won("PR-1")));
        await app.AdvanceTime(Duration.FromMinutes(10));
        await app.Record("P-1", new ReportReply(new FreeText("Le prestataire ne répond plus."), app.Now), Actor.Client(TestApp.Client));
        var camille = await app.SignIn(TestApp.Camille);
        var nadia = await app.SignIn(TestApp.Nadia);

        var day = await camille.Get("/desk");
        Assert.Contains("Réponses à lire 1", day.Text, StringComparison.Ordinal);
        Assert.Contains("« Le prestataire ne répond plus. » · projet clos", day.Text, StringComparison.Ordinal);
        Assert.Contains("Le prestataire ne répond plus", (await nadia.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ne répond plus", (await (await app.SignIn(TestApp.Yanis)).Get("/desk")).Text, StringComparison.Ordinal);

        var page = await camille.Get("/desk/projects/P-1");
        Assert.Contains("Lue, rien d’autre à faire", page.Text, StringComparison.Ordinal);
        await camille.Fill("/desk/projects/P-1", new() { ["do"] = "add-note", ["text"] = "Lue." });

        Assert.Null((await app.Project("P-1")).ReplyWaitsSince);
        Assert.DoesNotContain("ne répond plus", (await camille.Get("/desk")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lue, rien d’autre", (await camille.Get("/desk/projects/P-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_stays_in_the_news_until_somebody_marks_it_as_read()
    {
        await using var app = await Open();
        var link = await app.CreateRelaunchLink();
        await app.NewBrowser().Fill(link, new() { ["answer"] = "still-looking" });
        await app.AdvanceTime(Duration.FromDays(5));
        var browser = await app.SignIn(TestApp.Camille);
        Assert.Contains("Dernière réponse : cherche toujours", (await browser.Get("/desk")).Text, StringComparison.Ordinal);

        var version = (await app.Project("P-1")).LastSignOfLifeVersion;
        var posted = await browser.Fill("/desk", new() { ["read"] = $"P-1:{version}", ["back"] = "?speaks=fr" }, to: "/desk/read");

        Assert.Equal("/desk?speaks=fr", posted.Location);
        Assert.DoesNotContain("Dernière réponse", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }

    /// <summary>Where the browser is led back to comes from the form, and stands in a header of the answer.</summary>
    [Theory]
    [InlineData("?speaks=fr\r\nX-Evil: 1")]
    [InlineData("?speaks=\u00e9")]
    [InlineData("//elsewhere.example")]
    public async Task Way_back_that_is_no_query_leads_to_the_day(string back)
    {
        await using var app = await Open();
        await app.SubmitProject();

        var posted = await (await app.SignIn(TestApp.Camille)).Fill("/desk", new() { ["read"] = "P-1:1", ["back"] = back }, to: "/desk/read");

        Assert.Equal("/desk", posted.Location);
    }

    [Fact]
    public async Task A_call_of_one_s_own_is_no_news()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        Assert.DoesNotContain("Nouvelles des clients", (await browser.Get("/desk")).Text, StringComparison.Ordinal);
    }
}
