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
    public async Task A_call_is_recorded_with_its_outcome_facts_and_note()
    {
        await using var house = await Open();
        await house.SubmitProject();
        var browser = await house.SignIn(TestApp.Camille);

        var done = await Send(browser, "record-call", new()
        {
            ["outcome"] = "serious", ["at"] = "2026-11-23T09:00", ["facts"] = "need-described", ["note"] = "Très clair.", ["visibility"] = "shared",
        });

        Assert.Equal("/desk/projects/P-1?done=record-call", done.Location);
        var project = await house.Project("P-1");
        Assert.Equal(Phase.InFollowUp, project.Phase);
        Assert.True(project.Evidence.HasFlag(Evidence.NeedDescribed | Evidence.PhoneReached));
        var page = await browser.Get(done.Location);
        Assert.Contains("Appel enregistré", page.Text, StringComparison.Ordinal);
        Assert.Contains("Note partagée : Très clair.", page.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Incomplete => new()
    {
        { "record-call", "", "outcome" },
        { "record-call", "outcome=call-back", "agreedAt" },
        { "record-call", "outcome=not-now", "until" },
        { "record-call", "outcome=chose", "provider" },
        { "record-call", "outcome=talking-to&provider=Nobody", "provider" },
        { "record-call", "outcome=no-answer&at=yesterday", "at" },
        { "add-note", "text=", "text" },
        { "snooze", "", "until" },
        { "snooze", "until=soon", "until" },
        { "assign", "coordinator=simon@demo.example", "coordinator" },
        { "close", "", "result" },
        { "close", "result=won", "provider" },
        { "close", "result=won&provider=PR-1&amount=lots", "amount" },
        { "close", "result=nonsense", "result" },
        { "dance", "", "do" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_is_recorded(string form, string query, string field)
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var before = (await house.Project("P-1")).Version;
        var browser = await house.SignIn(TestApp.Camille);
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

        var rejected = await Send(browser, form, fields);

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Equal(before, (await house.Project("P-1")).Version);
        if (form != "dance")
        {
            Assert.Contains($"href=\"#{form}-{field}\"", rejected.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{form}-{field}\"", rejected.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_charter_refuses_is_said_at_the_form_that_asked_for_it()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Camille);

        var refused = await Send(browser, "snooze", new() { ["until"] = "2020-01-01", ["reason"] = "Vacances" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Refusals.InThePast.Sentence.French, refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Vacances\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sales_may_look_and_are_told_why_they_may_not_act()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Simon);

        var page = await browser.Get(Page);
        var refused = await browser.Fill(Page, new() { ["do"] = "add-note", ["text"] = "Poussez Hirondelle" });

        Assert.Contains("Les commerciaux ne suivent pas les projets", page.Text, StringComparison.Ordinal);
        Assert.Contains("En charge : Camille Aubertin", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"do\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Projet validé", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("Poussez", (await browser.Get(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_coordinator_may_look_and_acts_only_while_standing_in()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Yanis);
        Assert.DoesNotContain("name=\"do\"", (await browser.Get(Page)).Html, StringComparison.Ordinal);

        await house.Record("P-1", new SetStandIn(TestApp.Yanis.Id), Actor.Time);

        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "add-note", new() { ["text"] = "Je remplace." })).Status);
    }

    [Fact]
    public async Task Two_clicks_on_one_button_are_one_call()
    {
        await using var house = await Open();
        await house.SubmitProject();
        var browser = await house.SignIn(TestApp.Camille);
        var page = await browser.Get(Page);
        Dictionary<string, string> form = new()
        {
            ["do"] = "record-call", ["once"] = "abc.record-call", ["outcome"] = "no-answer", ["__RequestVerificationToken"] = page.FormToken,
        };

        await browser.Post(Page, form);
        var again = await browser.Post(Page, form);

        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(1, (await house.Project("P-1")).Attempts);
    }

    [Fact]
    public async Task A_closing_is_undone_within_ten_minutes_and_not_after()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Camille);
        await Send(browser, "close", new() { ["result"] = "won", ["provider"] = "Studio Hirondelle", ["amount"] = "4 200,50" });
        Assert.Equal(Outcome.Won("PR-1", 4200.50m), (await house.Project("P-1")).Outcome);

        Assert.Contains("peut être annulée jusqu’à 09:10", (await browser.Get(Page)).Text, StringComparison.Ordinal);
        await Send(browser, "undo");

        Assert.True((await house.Project("P-1")).IsOpen);
        await Send(browser, "close", new() { ["result"] = "abandoned" });
        await house.AdvanceTime(Duration.FromMinutes(11));
        var late = await Send(browser, "undo");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(Refusals.NothingToUndo.Sentence.In(Language.French), late.Text.Replace(" :", "\u00a0:", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Rouvrir", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_on_the_page_and_a_good_chances_notice_leaves_from_it()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        await house.Record("P-1", new AskQuestion("Q-1", "PR-1", new FreeText("Avez-vous un logo ?")), Actor.Website);
        await house.RecordAsManager("P-1", new RecordCall(CallOutcome.TalkingTo, house.Now, "PR-1"));
        var browser = await house.SignIn(TestApp.Camille);
        Assert.Contains("Avez-vous un logo ?", (await browser.Get(Page)).Text, StringComparison.Ordinal);

        await Send(browser, "answer-question", new() { ["question"] = "Q-1", ["text"] = "Oui." });
        await Send(browser, "send-good-chances", new() { ["provider"] = "PR-1" });
        await house.AdvanceTime(Duration.FromHours(1));

        Assert.Single(await house.MailsOf(MessageKind.QuestionAnswered));
        Assert.Single(await house.MailsOf(MessageKind.GoodChances));
    }

    [Fact]
    public async Task A_fact_is_withheld_from_the_feed_and_published_again()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Camille);

        await Send(browser, "share-fact", new() { ["fact"] = "client-says", ["published"] = "false" });
        Assert.Contains(SharedFact.ClientSays, (await house.Project("P-1")).WithheldFacts);
        await Send(browser, "share-fact", new() { ["fact"] = "client-says", ["published"] = "true" });
        Assert.DoesNotContain(SharedFact.ClientSays, (await house.Project("P-1")).WithheldFacts);
    }

    [Fact]
    public async Task An_erased_person_is_gone_from_the_page()
    {
        await using var house = await Open();
        await house.CreateProjectInFollowUp();
        await house.Record("P-1", new Erase(), new Actor(Role.Manager, TestApp.Nadia.Id));
        await house.Store.ErasePerson("P-1", TestContext.Current.CancellationToken);
        var browser = await house.SignIn(TestApp.Camille);

        var page = await browser.Get(Page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Données personnelles effacées", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jeanne", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_does_not_exist_is_a_page_that_says_so()
    {
        await using var house = await Open();
        var browser = await house.SignIn(TestApp.Camille);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/desk/projects/P-404")).Status);
    }
}
