using System.Net;
using FollowUp.Application.People;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Web.Tests.Api;

public sealed class CommandTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    ApiClient Camille => host.As(ApiHost.Camille);

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_serious_call_brings_a_project_into_follow_up()
    {
        await host.SubmitProject();
        var reply = (await Camille.SendCommand("P-1001", """
            {"type":"record-call","outcome":"serious","at":"2026-11-23T08:58:00+01:00","evidence":["need-described","decision-maker"],
             "note":{"text":"Décide seule.","visibility":"shared"}}
            """)).HasStatus(HttpStatusCode.OK);

        Assert.Equal("in-follow-up", reply["phase"]);
        Assert.Contains("Décide seule.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Camille Roux", reply.Text, StringComparison.Ordinal);
        var project = (await host.Store.Projects.Load("P-1001", TestContext.Current.CancellationToken))!.Project;
        Assert.True(project.Evidence.HasFlag(Evidence.PhoneReached | Evidence.DecisionMaker));
    }

    [Theory]
    [InlineData("""{"outcome":"no-answer"}""")]
    [InlineData("""{"outcome":"voicemail"}""")]
    [InlineData("""{"outcome":"busy"}""")]
    [InlineData("""{"outcome":"wrong-number"}""")]
    [InlineData("""{"outcome":"not-serious","reason":"no-budget"}""")]
    [InlineData("""{"outcome":"not-serious","reason":"Ne sait pas ce qu’elle veut"}""")]
    [InlineData("""{"outcome":"needs-information"}""")]
    [InlineData("""{"outcome":"needs-information","reason":"Le cahier des charges"}""")]
    [InlineData("""{"outcome":"call-back","at":"2026-11-24T10:00:00+01:00"}""")]
    [InlineData("""{"outcome":"refuses-contact"}""")]
    [InlineData("""{"outcome":"do-not-call"}""")]
    [InlineData("""{"outcome":"chose","provider":"PR-2"}""")]
    [InlineData("""{"outcome":"chose-elsewhere"}""")]
    [InlineData("""{"outcome":"gave-up","reason":"Plus de budget"}""")]
    [InlineData("""{"outcome":"not-now","until":"2027-01-15"}""")]
    public async Task Every_outcome_of_a_first_call_is_accepted(string call)
    {
        await host.SubmitProject();

        (await Camille.SendCommand("P-1001", call.Replace("{", """{"type":"record-call",""", StringComparison.Ordinal))).HasStatus(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"type":"record-call","outcome":"still-looking"}""")]
    [InlineData("""{"type":"record-call","outcome":"talking-to","provider":"PR-1"}""")]
    [InlineData("""{"type":"add-note","text":"Vu sur le salon.","visibility":"internal"}""")]
    [InlineData("""{"type":"snooze","until":"2026-12-15","reason":"Vacances","endsOnAnswer":true}""")]
    [InlineData("""{"type":"assign","coordinator":"Yanis@demo.example"}""")]
    [InlineData("""{"type":"close","result":"won","provider":"PR-1","amount":4200,"onWordOf":"client"}""")]
    [InlineData("""{"type":"close","result":"dead","reason":"abandoned"}""")]
    [InlineData("""{"type":"share-fact","fact":"client-says","published":false}""")]
    [InlineData("""{"type":"record-reply","text":"Vue au salon.","at":"2026-11-23T08:30:00+01:00"}""")]
    [InlineData("""{"type":"record-reply","text":"Vue au salon."}""")]
    public async Task Every_command_of_the_contract_is_accepted(string command)
    {
        var before = await host.SubmitAndValidate();

        Assert.True((await Camille.SendCommand("P-1001", command)).HasStatus(HttpStatusCode.OK).Version > before.Version);
    }

    [Fact]
    public async Task A_listed_reason_is_stored_as_that_reason_without_free_text()
    {
        await host.SubmitProject();
        var reply = await Camille.SendCommand("P-1001", """{"type":"record-call","outcome":"not-serious","reason":"no-budget"}""");

        Assert.Equal("dead", reply["outcome.result"]);
        Assert.Equal("not-serious", reply["outcome.reason"]);
        Assert.Equal("", reply["nextAction"]);
        Assert.Equal("", reply["wakeAt"]);
        Assert.Contains("pas de budget", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_can_be_undone_and_a_dead_project_reopened()
    {
        await host.SubmitAndValidate();
        var won = await Camille.SendCommand("P-1001", """{"type":"close","result":"won","provider":"PR-1","amount":4200,"onWordOf":"provider"}""");
        Assert.Equal("won", won["outcome.result"]);
        Assert.Equal("PR-1", won["outcome.provider"]);
        Assert.Equal("4200", won["outcome.amount"]);

        Assert.Equal("in-follow-up", (await Camille.SendCommand("P-1001", """{"type":"undo"}"""))["phase"]);
        await Camille.SendCommand("P-1001", """{"type":"close","result":"dead","reason":"abandoned"}""");
        host.Time.Advance(TimeSpan.FromHours(1));
        (await Camille.SendCommand("P-1001", """{"type":"undo"}""")).HasProblem(HttpStatusCode.Conflict, "nothing-to-undo");
        Assert.Equal("2", (await Camille.SendCommand("P-1001", """{"type":"reopen","reason":"Elle a rappelé."}"""))["generation"]);
    }

    public static TheoryData<string, string, HttpStatusCode, string> Refusals => new()
    {
        { ApiHost.Simon, """{"type":"add-note","text":"x"}""", HttpStatusCode.Forbidden, "sales-do-not-follow-up" },
        { ApiHost.Yanis, """{"type":"snooze","until":"2026-12-15","reason":"x"}""", HttpStatusCode.Forbidden, "not-your-project" },
        { ApiHost.Camille, """{"type":"record-call","outcome":"serious"}""", HttpStatusCode.Conflict, "not-awaiting-validation" },
        { ApiHost.Camille, """{"type":"send-good-chances","provider":"PR-1"}""", HttpStatusCode.Conflict, "provider-inactive" },
        { ApiHost.Camille, """{"type":"decline-good-chances","provider":"PR-1"}""", HttpStatusCode.Conflict, "nothing-to-approve" },
        { ApiHost.Camille, """{"type":"take-over","accept":true}""", HttpStatusCode.Conflict, "nothing-to-take-over" },
        { ApiHost.Simon, """{"type":"record-reply","text":"x"}""", HttpStatusCode.Forbidden, "sales-do-not-follow-up" },
        { ApiHost.Camille, """{"type":"correct-last-call","outcome":"chose","provider":"PR-1","callAt":"2026-01-05T09:00:00+01:00"}""", HttpStatusCode.Conflict, "call-before-submission" },
        { ApiHost.Camille, """{"type":"reopen"}""", HttpStatusCode.Conflict, "not-closed" },
        { ApiHost.Camille, """{"type":"approve","approve":true}""", HttpStatusCode.Conflict, "nothing-to-approve" },
        { ApiHost.Camille, """{"type":"answer-question","question":"Q-1","text":"x"}""", HttpStatusCode.Conflict, "no-such-question" },
        { ApiHost.Camille, """{"type":"close","result":"dead","reason":"no-sign-of-life"}""", HttpStatusCode.Conflict, "approval-needed" },
        { ApiHost.Camille, """{"type":"close","result":"won","provider":"PR-1"}""", HttpStatusCode.Conflict, "word-needed" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_a_code_is_audited_and_changes_no_version(string by, string command, HttpStatusCode status, string code)
    {
        await host.SubmitAndValidate();
        var before = await Camille.Get("/api/projects/P-1001");

        (await host.As(by).SendCommand("P-1001", command)).HasProblem(status, code);
        var audit = Assert.Single(await host.Store.Audit.Read("P-1001", 10, TestContext.Current.CancellationToken));
        Assert.Equal((code, by), (audit.Code, audit.By));
        Assert.Equal(before.Text, (await Camille.Get("/api/projects/P-1001")).Text);
    }

    [Fact]
    public async Task A_good_chances_notice_needs_an_active_provider_and_client_interest_and_is_sent_once()
    {
        await host.SubmitAndValidate();
        const string notice = """{"type":"send-good-chances","provider":"PR-1"}""";
        (await host.Website.ReportProviderAction("PR-1")).HasStatus(HttpStatusCode.OK);
        (await Camille.SendCommand("P-1001", notice)).HasProblem(HttpStatusCode.Conflict, "no-interest-shown");
        await Camille.SendCommand("P-1001", """{"type":"record-call","outcome":"talking-to","provider":"PR-1"}""");

        (await Camille.SendCommand("P-1001", notice)).HasStatus(HttpStatusCode.OK);
        (await Camille.SendCommand("P-1001", notice)).HasProblem(HttpStatusCode.Conflict, "already-told");
    }

    [Fact]
    public async Task A_stand_in_follows_the_projects_of_the_absent()
    {
        await host.SubmitAndValidate();
        var camille = (await host.Store.Directory.FindStaff(ApiHost.Camille, TestContext.Current.CancellationToken))!;
        await host.Store.Directory.PutStaff(
            camille with { Absences = [new Absence(new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 27), ApiHost.Yanis)] },
            TestContext.Current.CancellationToken);

        (await host.As(ApiHost.Yanis).SendCommand("P-1001", """{"type":"snooze","until":"2026-12-15","reason":"Je remplace."}""")).HasStatus(HttpStatusCode.OK);
        host.Time.Advance(TimeSpan.FromDays(7));
        (await host.As(ApiHost.Yanis).SendCommand("P-1001", """{"type":"snooze","until":"2026-12-16","reason":"Encore moi."}""")).HasProblem(HttpStatusCode.Forbidden, "not-your-project");
    }

    [Fact]
    public async Task The_last_call_is_taken_back_or_corrected()
    {
        var validated = await host.SubmitAndValidate();
        Assert.NotNull(validated["undoableUntil"]);
        Assert.Equal("awaiting-validation", (await Camille.SendCommand("P-1001", """{"type":"correct-last-call","outcome":"busy"}"""))["phase"]);
        Assert.Equal("in-follow-up", (await Camille.SendCommand("P-1001", """{"type":"correct-last-call","outcome":"serious"}"""))["phase"]);
        Assert.Equal("awaiting-validation", (await Camille.SendCommand("P-1001", """{"type":"undo"}"""))["phase"]);
        (await Camille.SendCommand("P-1001", """{"type":"undo"}""")).HasProblem(HttpStatusCode.Conflict, "nothing-to-undo");
    }

    [Fact]
    public async Task A_colleague_leaves_a_note_and_records_that_the_client_called()
    {
        await host.SubmitAndValidate();
        var yanis = host.As(ApiHost.Yanis);
        (await yanis.SendCommand("P-1001", """{"type":"add-note","text":"Elle rappellera."}""")).HasStatus(HttpStatusCode.OK);
        var called = await yanis.SendCommand("P-1001", """{"type":"record-call","direction":"inbound","outcome":"still-looking"}""");
        Assert.Equal("Le client a appelé\u00a0: cherche toujours", called.Json.GetProperty("timeline")[0].GetProperty("text").GetString());
        (await yanis.SendCommand("P-1001", """{"type":"record-call","direction":"inbound","outcome":"gave-up"}""")).HasProblem(HttpStatusCode.Forbidden, "not-your-project");
        (await yanis.SendCommand("P-1001", """{"type":"record-call","outcome":"still-looking"}""")).HasProblem(HttpStatusCode.Forbidden, "not-your-project");
        Assert.Contains("direction", (await Camille.SendCommand("P-1001", """{"type":"record-call","direction":"inbound","outcome":"busy"}""")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_Match_acts_only_on_the_version_that_the_caller_saw()
    {
        var seen = await host.SubmitAndValidate();
        const string note = """{"type":"add-note","text":"x"}""";

        var done = (await Camille.SendCommand("P-1001", note, ("If-Match", seen.Headers.ETag!.Tag))).HasStatus(HttpStatusCode.OK);
        (await Camille.SendCommand("P-1001", note, ("If-Match", seen.Headers.ETag!.Tag))).HasProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await Camille.SendCommand("P-1001", note, ("If-Match", "\"soon\""))).HasProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await Camille.SendCommand("P-1001", note, ("If-Match", "\"1\", " + done.Headers.ETag!.Tag))).HasStatus(HttpStatusCode.OK);
        (await Camille.SendCommand("P-1001", note, ("If-Match", "*"))).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_gives_the_first_answer_again_byte_for_byte_even_after_later_events()
    {
        await host.SubmitAndValidate();
        const string note = """{"type":"add-note","text":"Une fois."}""";
        (string, string) key = ("Idempotency-Key", "note-1");
        var first = await Camille.SendCommand("P-1001", note, key);
        host.Time.Advance(TimeSpan.FromDays(1));
        await Camille.SendCommand("P-1001", """{"type":"close","result":"dead","reason":"duplicate"}""");

        var again = (await Camille.SendCommand("P-1001", """{ "text": "Une fois.", "type": "add-note" }""", key)).HasStatus(HttpStatusCode.OK);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        (await Camille.SendCommand("P-1001", """{"type":"add-note","text":"Deux fois."}""", key))
            .HasProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_key_gives_a_refusal_again_even_when_the_command_would_succeed_by_then()
    {
        await host.SubmitAndValidate();
        const string reopen = """{"type":"reopen"}""";
        (string, string) key = ("Idempotency-Key", "reopen-1");
        var first = (await Camille.SendCommand("P-1001", reopen, key)).HasProblem(HttpStatusCode.Conflict, "not-closed");
        (await Camille.SendCommand("P-1001", """{"type":"close","result":"dead","reason":"duplicate"}""")).HasStatus(HttpStatusCode.OK);

        Assert.Equal(first.Text, (await Camille.SendCommand("P-1001", reopen, key)).HasProblem(HttpStatusCode.Conflict, "not-closed").Text);
        (await Camille.SendCommand("P-1001", """{"type":"undo"}""", key))
            .HasProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        (await Camille.SendCommand("P-1001", reopen, ("Idempotency-Key", "reopen-2"))).HasStatus(HttpStatusCode.OK);
    }

    /// <summary>After a 400 or 412 the caller corrects the request and sends it again under the same key.</summary>
    [Fact]
    public async Task A_key_is_not_used_up_by_bad_input_or_an_old_version()
    {
        await host.SubmitAndValidate();
        (string, string) key = ("Idempotency-Key", "note-1");
        const string note = """{"type":"add-note","text":"Une fois."}""";
        (await Camille.SendCommand("P-1001", """{"type":"add-note"}""", key)).HasStatus(HttpStatusCode.BadRequest);
        (await Camille.SendCommand("P-1001", note, key, ("If-Match", "\"1\""))).HasProblem(HttpStatusCode.PreconditionFailed, "stale");
        (await Camille.SendCommand("P-1001", note, key)).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Concurrent_requests_with_one_key_act_once()
    {
        var before = await host.SubmitAndValidate();
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            _ => Camille.SendCommand("P-1001", """{"type":"add-note","text":"Une fois."}""", ("Idempotency-Key", "n"))));

        Assert.Single(replies.Select(r => r.HasStatus(HttpStatusCode.OK).Text).Distinct());
        Assert.Equal(before.Version + 1, replies[0].Version);
    }

    [Fact]
    public async Task A_command_to_an_unknown_project_is_not_found() =>
        (await Camille.SendCommand("P-404", """{"type":"undo"}""")).HasProblem(HttpStatusCode.NotFound, "unknown-project");

    [Fact]
    public async Task A_refusal_is_in_the_language_of_the_request()
    {
        await host.SubmitProject();
        var reply = await host.As(ApiHost.Simon).SendCommand("P-1001", """{"type":"undo"}""", ("Accept-Language", "en"));

        Assert.Equal("Sales do not follow projects up: only the coordinator in charge does.", reply["detail"]);
    }
}
