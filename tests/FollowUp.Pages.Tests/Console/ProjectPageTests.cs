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

    public static TheoryData<string, string, string> Incomplete => new()
    {
        { "record-call", "", "outcome" },
        { "record-call", "outcome=call-back", "at" },
        { "record-call", "outcome=not-now", "until" },
        { "record-call", "outcome=chose", "provider" },
        { "record-call", "outcome=call-back&at=2020-01-01T09:00", "at" },
        { "record-call", "outcome=talking-to&provider=Unknown", "provider" },
        { "record-call", "outcome=no-answer&callAt=yesterday", "callAt" },
        { "record-call", "outcome=no-answer&callAt=2026-11-23T18:00", "callAt" },
        { "add-note", "text=", "text" },
        { "snooze", "", "until" },
        { "snooze", "until=soon", "until" },
        { "snooze", "until=2020-01-01&reason=Vacances", "until" },
        { "snooze", "until=2027-01-11", "reason" },
        { "assign", "coordinator=simon@demo.example", "coordinator" },
        { "close", "", "result" },
        { "close", "result=won", "provider" },
        { "close", "result=won&provider=PR-1&amount=lots", "amount" },
        { "close", "result=nonsense", "result" },
        { "close", "result=dead", "reason" },
        { "dance", "", "do" },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task Invalid_field_is_an_error_at_the_field(string form, string query, string field)
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var before = (await app.Project("P-1")).Version;
        var browser = await app.SignIn(TestApp.Camille);
        var fields = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);

        var rejected = await Send(browser, form, fields);

        Assert.Equal(HttpStatusCode.BadRequest, rejected.Status);
        Assert.Equal(before, (await app.Project("P-1")).Version);
        if (form != "dance")
        {
            Assert.Contains($"href=\"#{form}-{field}\"", rejected.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{form}-{field}\"", rejected.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Fields_that_the_outcome_hides_are_ignored()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var done = await Send(browser, "record-call", new()
        {
            ["outcome"] = "no-answer", ["evidence"] = "budget", ["provider"] = "Unknown", ["until"] = "soon", ["at"] = "2020-01-01T09:00",
            ["notSerious"] = "no-budget", ["reason"] = "Trop cher", ["note.visibility"] = "internal",
        });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
    }

    [Fact]
    public async Task Error_names_the_field_and_the_rule()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var rejected = await Send(browser, "snooze", new() { ["until"] = "2020-01-01" });

        Assert.Contains("La date doit venir après aujourd’hui.", rejected.Text, StringComparison.Ordinal);
        Assert.Contains("La raison est obligatoire.", rejected.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listed_reason_and_own_words_of_a_project_that_is_not_serious_are_both_recorded()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);

        await Send(browser, "record-call", new() { ["outcome"] = "not-serious", ["notSerious"] = "no-budget", ["reason"] = "L’a dit deux fois." });

        var page = await browser.Get(Page);
        Assert.Contains("pas de budget", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("L’a dit deux fois.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_is_shown_at_its_form()
    {
        await using var app = await Open();
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var refused = await Send(browser, "snooze", new() { ["until"] = "2199-01-01", ["reason"] = "Vacances" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Refusals.SnoozeTooLong.Sentence.French, refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Vacances\"", refused.Html, StringComparison.Ordinal);
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
    public async Task Form_sent_twice_is_recorded_once()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);
        var page = await browser.Get(Page);
        Dictionary<string, string> form = new()
        {
            ["do"] = "record-call", ["once"] = "abc.record-call", ["outcome"] = "no-answer", ["__RequestVerificationToken"] = page.FormToken,
        };

        await browser.Post(Page, form);
        var again = await browser.Post(Page, form);

        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        Assert.Equal(1, (await app.Project("P-1")).Cycle.Attempts);
    }

    [Fact]
    public async Task Form_from_a_second_window_asks_whether_it_is_the_same_call()
    {
        await using var app = await Open();
        await app.SubmitProject();
        var browser = await app.SignIn(TestApp.Camille);
        Dictionary<string, string> form = new() { ["outcome"] = "no-answer", ["version"] = $"{(await app.Project("P-1")).Version}" };
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "record-call", form)).Status);

        var asked = await Send(browser, "record-call", form);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.Contains("C’est un autre appel", asked.Text, StringComparison.Ordinal);
        Assert.Single((await app.Project("P-1")).Contact.RecentCalls);

        form["confirmed"] = "true";
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(browser, "record-call", form)).Status);
        Assert.Equal((1, 2), ((await app.Project("P-1")).Cycle.Attempts, (await app.Project("P-1")).Contact.RecentCalls.Length));
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
