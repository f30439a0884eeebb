using System.Net;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Pages.Tests.Console;

public sealed class ProjectPageTests
{
    const string Page = "/desk/projects/P-1";

    static async Task<TestApp> Open() => await TestApp.Start(o => o.Demo = true);

    static async Task<Browser.Page> Send(Browser browser, string form, Dictionary<string, string>? fields = null) =>
        await browser.Fill(Page, new(fields ?? []) { ["do"] = form });

    [Fact]
    public async Task Call_is_recorded_with_outcome_facts_and_note()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);

        var done = await Send(browser, "record-call", new()
        {
            ["outcome"] = "serious", ["callAt"] = "2026-11-23T09:00", ["evidence"] = "need-described", ["note.text"] = "Très clair.",
            ["note.visibility"] = "shared",
        });

        Assert.Equal("/desk/projects/P-1?done=record-call", done.Location);
        var project = await app.Project("P-1");
        Assert.Equal(Phase.InFollowUp, project.Phase);
        Assert.True(project.Evidence.HasFlag(Evidence.NeedDescribed | Evidence.PhoneReached));
        var page = await browser.Get(done.Location);
        Assert.Contains("Appel enregistré", page.Text, StringComparison.Ordinal);
        Assert.Contains("Note partagée : Très clair.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sales_see_why_they_cannot_act()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Simon);

        var page = await browser.Get(Page);
        var refused = await browser.Fill(Page, new() { ["do"] = "add-note", ["text"] = "Poussez Hirondelle" });

        Assert.Contains("Les commerciaux ne suivent pas les projets", page.Text, StringComparison.Ordinal);
        Assert.Contains("En charge : Camille Aubertin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"add-note\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Projet validé", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Poussez", (await browser.Get(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_coordinator_acts_only_as_stand_in()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Yanis);
        Assert.DoesNotContain("value=\"close\"", (await browser.Get(Page)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "record-call", new() { ["outcome"] = "still-looking", ["direction"] = "inbound", ["note.text"] = "Rappelle lundi." })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(browser, "snooze", new() { ["until"] = "2026-12-15", ["reason"] = "x" })).Status);
        Assert.Contains("Rappelle lundi.", (await (await app.SignIn(TestApp.Camille)).Get(Page)).Text, StringComparison.Ordinal);

        await app.Record("P-1", new SetStandIn(TestApp.Yanis.Id), Actor.Time);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "add-note", new() { ["text"] = "Je remplace." })).Status);
    }

    [Fact]
    public async Task Closing_can_be_undone_for_ten_minutes()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        await Send(browser, "close", new() { ["result"] = "won", ["provider"] = "Studio Hirondelle", ["amount"] = "4 200,50" });
        Assert.Equal(Outcome.Won("PR-1", 4200.50m), (await app.Project("P-1")).Outcome);

        Assert.Contains("peut être annulée jusqu’à 09:10", (await browser.Get(Page)).Text, StringComparison.Ordinal);
        await Send(browser, "undo");

        Assert.True((await app.Project("P-1")).IsOpen);
        await Send(browser, "close", new() { ["result"] = "dead", ["reason"] = "abandoned" });
        await app.AdvanceTime(Duration.FromMinutes(11));
        var late = await Send(browser, "undo");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(Refusals.NothingToUndo.Sentence.In(Language.French), late.Text.Replace(" :", "\u00a0:", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Rouvrir", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_is_answered_and_good_chances_notice_sent_from_the_page()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        await app.Record("P-1", new AskQuestion("Q-1", "PR-1", new FreeText("Avez-vous un logo ?")), Actor.Website);
        await app.RecordAsManager("P-1", new RecordCall(CallOutcome.TalkingTo, app.Now, "PR-1"));
        var browser = await app.SignIn(TestApp.Camille);
        Assert.Contains("Avez-vous un logo ?", (await browser.Get(Page)).Text, StringComparison.Ordinal);

        await Send(browser, "answer-question", new() { ["question"] = "Q-1", ["text"] = "Oui." });
        await Send(browser, "send-good-chances", new() { ["provider"] = "PR-1" });
        await app.AdvanceTime(Duration.FromHours(1));

        Assert.Single(await app.MailsOf(MessageKind.QuestionAnswered));
        Assert.Single(await app.MailsOf(MessageKind.GoodChances));
    }

    [Fact]
    public async Task Fact_is_withheld_and_published_again()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        await Send(browser, "share-fact", new() { ["fact"] = "client-says", ["published"] = "false" });
        Assert.Contains(SharedFact.ClientSays, (await app.Project("P-1")).WithheldFacts);
        await Send(browser, "share-fact", new() { ["fact"] = "client-says", ["published"] = "true" });
        Assert.DoesNotContain(SharedFact.ClientSays, (await app.Project("P-1")).WithheldFacts);
    }

    [Fact]
    public async Task Page_shows_nothing_of_an_erased_client()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        await app.Record("P-1", new Erase(), new Actor(Role.Manager, TestApp.Nadia.Id));
        await app.Store.ErasePerson("P-1", TestContext.Current.CancellationToken);
        var browser = await app.SignIn(TestApp.Camille);

        var page = await browser.Get(Page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Données personnelles effacées", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jeanne", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_project_is_404()
    {
        await using var app = await Open();
        var browser = await app.SignIn(TestApp.Camille);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/desk/projects/P-404")).Status);
    }
}
