using System.Net;
using System.Text.Json;

namespace FollowUp.Web.Tests.Api;

public sealed class WebsiteReportTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_repeated_provider_action_is_recorded_once()
    {
        await host.SubmitAndValidate();
        var first = (await host.Website.ReportProviderAction("PR-1")).HasStatus(HttpStatusCode.OK);
        var again = (await host.Website.ReportProviderAction("PR-1")).HasStatus(HttpStatusCode.OK);

        Assert.Equal(first.Version, again.Version);
        Assert.Contains("Studio Lumière", Assert.Single(first.Timeline), StringComparison.Ordinal);
        Assert.Empty(again.Timeline);
    }

    [Theory]
    [InlineData("""{"kind":"message","at":"2026-11-23T09:00:00+01:00"}""", "in-follow-up")]
    [InlineData("""{"kind":"cancelled","at":"2026-11-23T09:00:00+01:00"}""", "dead")]
    [InlineData("""{"kind":"awarded","provider":"PR-2","at":"2026-11-23T09:00:00+01:00"}""", "won")]
    public async Task Client_signals_change_the_phase(string signal, string phase)
    {
        await host.SubmitAndValidate();

        Assert.Equal(phase, (await host.Website.Post("/api/projects/P-1001/signals", signal)).HasStatus(HttpStatusCode.OK)["phase"]);
    }

    [Fact]
    public async Task Signal_on_a_dead_project_is_passed_on_with_a_reopening_in_one_act()
    {
        await host.SubmitAndValidate();
        await host.Website.Post("/api/projects/P-1001/signals", """{"kind":"cancelled","at":"2026-11-23T09:00:00+01:00"}""");
        var camille = host.As(ApiHost.Camille);

        var passedOn = (await host.Website.Post("/api/projects/P-1001/signals", """{"kind":"message","at":"2026-11-23T09:01:00+01:00"}""")).HasStatus(HttpStatusCode.Accepted);
        Assert.Equal("dead", passedOn["phase"]);
        Assert.Equal(2, passedOn.Timeline.Length);
        Assert.Contains("faut-il rouvrir le projet", passedOn.Text, StringComparison.Ordinal);
        var again = (await host.Website.Post("/api/projects/P-1001/signals", """{"kind":"message","at":"2026-11-23T09:01:00+01:00"}""")).HasStatus(HttpStatusCode.Accepted);
        Assert.Equal(passedOn.Version, again.Version);
        Assert.Contains("\"id\":\"reopening\"", (await camille.Get($"/api/queue?staff={ApiHost.Camille}")).Text, StringComparison.Ordinal);

        var reopened = (await camille.SendCommand("P-1001", """{"type":"approve","id":"reopening","approve":true}""")).HasStatus(HttpStatusCode.OK);
        Assert.Equal("in-follow-up", reopened["phase"]);
    }

    [Theory]
    [InlineData("provider-actions", """{"provider":"PR-404","kind":"fly","at":"2026-11-24T09:00:00+01:00","x":1}""", "kind")]
    [InlineData("provider-actions", """{"provider":"PR-404","kind":"visit","at":"2026-11-24T09:00:00+01:00","x":1}""", "x")]
    [InlineData("provider-actions", """{"provider":"PR-404","at":"2026-11-24T09:00:00+01:00"}""", "at kind provider")]
    [InlineData("provider-actions", "{}", "at kind provider")]
    [InlineData("signals", """{"kind":"awarded","at":"2026-11-23T09:00:00+01:00"}""", "provider")]
    [InlineData("signals", """{"kind":"message","at":"2026-11-23T09:10:00+01:00","amount":5}""", "amount at")]
    [InlineData("questions", """{"provider":"PR-404"}""", "provider text")]
    public async Task Invalid_reports_are_refused_by_field(string path, string body, string fields)
    {
        var before = await host.SubmitAndValidate();

        var reply = await host.Website.Post($"/api/projects/P-1001/{path}", body);
        Assert.Equal(fields, string.Join(' ', reply.HasProblem(HttpStatusCode.BadRequest, "invalid").ErrorFields));
        Assert.Equal(before.Version, (await host.Website.Get("/api/projects/P-1001")).Version);
    }

    [Fact]
    public async Task A_report_on_an_unknown_project_is_not_found() =>
        (await host.Website.ReportProviderAction("PR-1", id: "P-404")).HasProblem(HttpStatusCode.NotFound, "unknown-project");

    [Fact]
    public async Task A_question_is_due_for_the_coordinator_in_two_working_days()
    {
        await host.SubmitAndValidate();
        const string question = """{"provider":"PR-1","text":"Le client a-t-il vu mon devis ?"}""";
        var asked = (await host.Website.Post("/api/projects/P-1001/questions", question)).HasStatus(HttpStatusCode.Accepted);
        var again = (await host.Website.Post("/api/projects/P-1001/questions", question)).HasStatus(HttpStatusCode.Accepted);

        Assert.Equal(asked.Text, again.Text);
        Assert.Equal(ApiHost.Camille, asked["coordinator.id"]);
        Assert.Equal("2026-11-25T09:00:00+01:00", asked["dueAt"]);

        var queue = (await host.As(ApiHost.Camille).Get("/api/queue")).Json.EnumerateArray().ToArray();
        var item = Assert.Single(queue, i => i.GetProperty("nextAction").GetProperty("kind").GetString() == "answer-question");
        var id = item.GetProperty("question").GetString();
        Assert.Equal(asked["question"], id);
        (await host.As(ApiHost.Camille).SendCommand("P-1001", $$"""{"type":"answer-question","question":"{{id}}","text":"Oui."}""")).HasStatus(HttpStatusCode.OK);
        Assert.DoesNotContain("answer-question", (await host.As(ApiHost.Camille).Get("/api/queue")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_after_its_answer_is_a_new_one()
    {
        await host.SubmitAndValidate();
        const string question = """{"provider":"PR-1","text":"Où en est-on ?"}""";
        var asked = await host.Website.Post("/api/projects/P-1001/questions", question);
        await host.As(ApiHost.Camille).SendCommand("P-1001", $$"""{"type":"answer-question","question":"{{asked["question"]}}","text":"Elle hésite."}""");
        host.Time.Advance(TimeSpan.FromDays(30));

        var again = (await host.Website.Post("/api/projects/P-1001/questions", question)).HasStatus(HttpStatusCode.Accepted);
        Assert.NotEqual(asked["question"], again["question"]);
        Assert.StartsWith("2026-12-2", again["dueAt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_with_a_key_gets_the_first_response_even_once_answered()
    {
        await host.SubmitAndValidate();
        const string question = """{"provider":"PR-1","text":"Où en est-on ?"}""";
        (string, string) key = ("Idempotency-Key", "q");
        var asked = (await host.Website.Post("/api/projects/P-1001/questions", question, key)).HasStatus(HttpStatusCode.Accepted);
        await host.As(ApiHost.Camille).SendCommand("P-1001", $$"""{"type":"answer-question","question":"{{asked["question"]}}","text":"Oui."}""");

        Assert.Equal(asked.Text, (await host.Website.Post("/api/projects/P-1001/questions", question, key)).HasStatus(HttpStatusCode.Accepted).Text);
    }

    [Fact]
    public async Task A_closed_project_takes_questions()
    {
        await host.SubmitAndValidate();
        await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"close","result":"dead","reason":"abandoned"}""");

        (await host.Website.Post("/api/projects/P-1001/questions", """{"provider":"PR-1","text":"Et maintenant ?"}"""))
            .HasStatus(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task PUT_replaces_the_whole_provider()
    {
        const string card = """{"name":"Neuf SAS","email":"neuf@neuf.example","language":"en","privilegeUntil":"2027-06-30"}""";
        var put = (await host.Website.Put("/api/providers/PR-9", card)).HasStatus(HttpStatusCode.OK);
        Assert.Equal("2027-06-30", put["privilegeUntil"]);
        var ended = (await host.Website.Put("/api/providers/PR-9", card.Replace("\"2027-06-30\"", "null", StringComparison.Ordinal))).HasStatus(HttpStatusCode.OK);
        Assert.Equal("", ended["privilegeUntil"]);

        var bad = await host.Website.Put("/api/providers/PR%209", """{"name":"a\nb","email":"x","language":"es","privilegeUntil":"soon"}""");
        Assert.Equal(["privilegeUntil"], bad.ErrorFields);
        bad = await host.Website.Put("/api/providers/PR%209", """{"name":"a\nb","email":"x","language":"es","privilegeUntil":"1926-11-23"}""");
        Assert.Equal(["email", "id", "language", "name", "privilegeUntil"], bad.ErrorFields);
    }

    [Fact]
    public async Task A_repeated_complaint_is_recorded_once()
    {
        await host.SubmitProject();
        const string complaint = """{"from":{"kind":"provider","id":"PR-2"},"project":"P-1001","text":"On ne me dit rien."}""";
        var first = (await host.Website.Post("/api/complaints", complaint)).HasStatus(HttpStatusCode.Created);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var again = (await host.Website.Post("/api/complaints", complaint)).HasStatus(HttpStatusCode.Created);

        Assert.Equal(first.Text, again.Text);
        Assert.Single(await host.Store.Complaints.All(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_complaint_under_a_used_key_is_refused()
    {
        (string, string) key = ("Idempotency-Key", "c");
        (await host.Website.Post("/api/complaints", """{"from":{"kind":"client","id":"C-1"},"text":"a"}""", key)).HasStatus(HttpStatusCode.Created);
        (await host.Website.Post("/api/complaints", """{"from":{"kind":"client","id":"C-1"},"text":"b"}""", key))
            .HasProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task An_invalid_complaint_is_refused_by_field()
    {
        var reply = await host.Website.Post("/api/complaints", """{"from":{"kind":"provider","id":"PR-404","x":1},"project":"P-404","text":""}""");

        Assert.Equal(["from.x"], reply.ErrorFields);
        reply = await host.Website.Post("/api/complaints", """{"from":{"kind":"provider","id":"PR-404"},"project":"P-404","text":""}""");
        Assert.Equal(["from.id", "project", "text"], reply.ErrorFields);
        Assert.Empty(await host.Store.Complaints.All(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_queue_lists_a_persons_projects_most_urgent_first()
    {
        await host.SubmitAndValidate("P-1");
        await host.SubmitProject("P-2");
        await host.As(ApiHost.Nadia).SendCommand("P-2", $$"""{"type":"assign","coordinator":"{{ApiHost.Camille}}"}""");
        host.Time.Advance(TimeSpan.FromHours(2));

        var queue = (await host.As(ApiHost.Nadia).Get($"/api/queue?staff={ApiHost.Camille}")).HasStatus(HttpStatusCode.OK).Json;
        Assert.Equal(["P-2", "P-1"], queue.EnumerateArray().Select(i => i.GetProperty("project").GetString()!));
        var first = queue[0];
        Assert.True(first.GetProperty("overdue").GetBoolean());
        Assert.False(queue[1].GetProperty("overdue").GetBoolean());
        Assert.Equal("Refonte du site vitrine", first.GetProperty("title").GetString());
        Assert.Equal("Jeanne Martin", first.GetProperty("client").GetString());
        Assert.Equal("awaiting-validation", first.GetProperty("phase").GetString());
        Assert.Equal("call", first.GetProperty("nextAction").GetProperty("kind").GetString());
        Assert.Equal(ApiHost.Camille, first.GetProperty("coordinator").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.String, first.GetProperty("nextAction").GetProperty("why").ValueKind);
    }

    [Fact]
    public async Task The_queue_refuses_sales_and_unknown_staff()
    {
        (await host.As(ApiHost.Simon).Get("/api/queue")).HasProblem(HttpStatusCode.Forbidden, "sales-do-not-follow-up");
        Assert.Equal(["staff"], (await host.As(ApiHost.Nadia).Get("/api/queue?staff=nobody@demo.example")).ErrorFields);
        Assert.Equal("sales-do-not-follow-up", Assert.Single(await host.Store.Audit.Read(null, 10, TestContext.Current.CancellationToken)).Code);
    }
}
