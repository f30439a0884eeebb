using System.Net;

namespace FollowUp.Web.Tests.Api;

/// <summary>Calls with providers, and providers whom staff hand over to the coordinator in charge.</summary>
public sealed class ProviderContactTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.SubmitAndValidate();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_call_with_a_provider_stands_in_the_timeline_and_changes_no_plan()
    {
        var before = await host.Website.Get("/api/projects/P-1001");

        (await host.As(ApiHost.Yanis).SendCommand(
            "P-1001", """{"type":"record-provider-call","provider":"PR-1","outcome":"reached","text":"Demande si le budget tient.","direction":"inbound"}"""))
            .HasStatus(HttpStatusCode.OK);

        var after = await host.Website.Get("/api/projects/P-1001");
        Assert.Equal(before["nextAction.dueAt"], after["nextAction.dueAt"]);
        Assert.Contains("provider-called", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sales_hand_a_provider_over_and_the_coordinator_answers_it()
    {
        var handedOver = (await host.As(ApiHost.Simon).SendCommand("P-1001", """{"type":"hand-over-provider","provider":"PR-1","text":"Il veut savoir où en est le projet."}"""))
            .HasStatus(HttpStatusCode.OK);
        Assert.Contains("provider-handed-over", handedOver.Text, StringComparison.Ordinal);

        var queue = await host.As(ApiHost.Camille).Get("/api/queue");
        var question = queue.Json.EnumerateArray().Single(item => item.TryGetProperty("question", out _)).GetProperty("question").GetString();
        (await host.As(ApiHost.Camille).SendCommand("P-1001", $$"""{"type":"answer-question","question":"{{question}}","text":"Le client réfléchit."}"""))
            .HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sales_hand_a_provider_over_once_until_it_is_answered_or_a_day_has_passed()
    {
        const string handOver = """{"type":"hand-over-provider","provider":"PR-1","text":"Il veut savoir où en est le projet."}""";
        (await host.As(ApiHost.Simon).SendCommand("P-1001", handOver)).HasStatus(HttpStatusCode.OK);
        host.Time.Advance(TimeSpan.FromHours(23));
        (await host.As(ApiHost.Simon).SendCommand("P-1001", handOver)).HasProblem(HttpStatusCode.Conflict, "already-handed-over");

        host.Time.Advance(TimeSpan.FromHours(1));

        (await host.As(ApiHost.Simon).SendCommand("P-1001", handOver)).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_person_hands_over_thirty_providers_an_hour()
    {
        var codes = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            var answer = await host.As(ApiHost.Simon).SendCommand("P-1001", $$"""{"type":"hand-over-provider","provider":"PR-1","text":"Encore {{i}}."}""");
            codes.Add(answer.Status == HttpStatusCode.OK ? "ok" : answer["code"]!);
        }

        Assert.Equal(["ok", .. Enumerable.Repeat("already-handed-over", 29), .. Enumerable.Repeat("too-many-hand-overs", 10)], codes);
        Assert.Single(
            await host.Store.Audit.Read(null, 1000, TestContext.Current.CancellationToken), e => e is { What: "hand-over-provider", Code: "limit-reached", By: ApiHost.Simon });
        (await host.As(ApiHost.Camille).SendCommand("P-1001", """{"type":"hand-over-provider","provider":"PR-1","text":"Encore."}"""))
            .HasProblem(HttpStatusCode.Conflict, "already-handed-over");
    }

    [Fact]
    public async Task Sales_record_no_call_with_a_provider() => (await host.As(ApiHost.Simon).SendCommand(
        "P-1001", """{"type":"record-provider-call","provider":"PR-1","outcome":"reached","text":"Vu."}""")).HasProblem(HttpStatusCode.Forbidden, "sales-do-not-follow-up");
}
