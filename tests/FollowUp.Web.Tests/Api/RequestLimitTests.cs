using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Web.Shared.Limits;
using Microsoft.Extensions.Time.Testing;

namespace FollowUp.Web.Tests.Api;

/// <summary>What a caller of the API can do too often, and that a limit holds for all processes together.</summary>
public sealed class RequestLimitTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("x-functions-key", "/api/projects/P-1001/feed?provider=PR-1")]
    [InlineData("Authorization", "/api/queue")]
    public async Task Wrong_keys_run_into_429_and_the_right_one_still_passes(string header, string path)
    {
        await host.SubmitProject();
        for (var i = 0; i < RateLimit.WrongKeys.Permits; i++)
        {
            (await host.Anonymous.Send(HttpMethod.Get, path, null, (header, $"Bearer wrong-{i}"))).HasProblem(HttpStatusCode.Unauthorized, "unauthorized");
        }

        var refused = (await host.Anonymous.Send(HttpMethod.Get, path, null, (header, "Bearer wrong"))).HasProblem(HttpStatusCode.TooManyRequests, "too-many-requests");

        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        var noted = Assert.Single(await host.Store.Audit.Read(null, 1000, TestContext.Current.CancellationToken), e => e.Code == "limit-reached");
        Assert.Equal(("wrong-key", "unknown-caller", null), (noted.What, noted.By, noted.ProjectId));
        (await host.Website.Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.OK);
        (await host.As(ApiHost.Camille).Get("/api/queue")).HasStatus(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Questions_about_one_project_are_limited_to_twenty_an_hour()
    {
        await host.SubmitAndValidate();
        await PutProviders();
        for (var i = 0; i < 20; i++)
        {
            (await Ask(i)).HasStatus(HttpStatusCode.Accepted);
        }

        (await Ask(20)).HasProblem(HttpStatusCode.TooManyRequests, "too-many-requests");

        Task<ApiReply> Ask(int number) => host.Website.Post(
            "/api/projects/P-1001/questions", new JsonObject { ["provider"] = $"PR-{10 + (number / 3)}", ["text"] = $"Question {number} ?" });
    }

    [Fact]
    public async Task A_provider_over_its_own_limit_leaves_room_for_the_others()
    {
        await host.SubmitAndValidate();
        for (var i = 0; i < 3; i++)
        {
            (await Ask("PR-1", i)).HasStatus(HttpStatusCode.Accepted);
        }

        for (var i = 3; i < 40; i++)
        {
            (await Ask("PR-1", i)).HasProblem(HttpStatusCode.TooManyRequests, "too-many-questions");
            (await Ask("PR-1", 0)).HasStatus(HttpStatusCode.Accepted);
        }

        (await Ask("PR-2", 1)).HasStatus(HttpStatusCode.Accepted);

        Task<ApiReply> Ask(string provider, int number) => host.Website.Post(
            "/api/projects/P-1001/questions", new JsonObject { ["provider"] = provider, ["text"] = $"Question {number} ?" });
    }

    [Fact]
    public async Task A_repeat_of_a_question_gets_the_first_answer_whatever_the_limits()
    {
        await host.SubmitAndValidate();
        await PutProviders();
        var first = (await Ask("PR-1", 1, "key-1")).HasStatus(HttpStatusCode.Accepted);
        await Ask("PR-1", 2, "key-2");
        await Ask("PR-1", 3, "key-3");
        var refused = (await Ask("PR-1", 4, "key-4")).HasProblem(HttpStatusCode.TooManyRequests, "too-many-questions");
        for (var i = 5; i < RateLimit.Questions.Permits + 2; i++)
        {
            (await Ask($"PR-{10 + (i / 3)}", i, $"key-{i}")).HasStatus(HttpStatusCode.Accepted);
        }

        (await Ask("PR-2", 99, "key-99")).HasProblem(HttpStatusCode.TooManyRequests, "too-many-requests");

        Assert.Equal(first.Text, (await Ask("PR-1", 1, "key-1")).HasStatus(HttpStatusCode.Accepted).Text);
        Assert.Equal(refused.Text, (await Ask("PR-1", 4, "key-4")).Text);
        (await Ask("PR-1", 5, "key-1")).HasProblem(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");

        Task<ApiReply> Ask(string provider, int number, string key) => host.Website.Post(
            "/api/projects/P-1001/questions", new JsonObject { ["provider"] = provider, ["text"] = $"Question {number} ?" }, ("Idempotency-Key", key));
    }

    [Fact]
    public async Task Limit_is_counted_in_the_store_for_all_processes()
    {
        var limit = new RateLimit("test", 10, TimeSpan.FromMinutes(10));
        using RequestLimiter one = new(host.Store.Settings, host.Time), another = new(host.Store.Settings, new FakeTimeProvider());
        var cancellation = TestContext.Current.CancellationToken;

        var uses = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : another).TryAcquire(limit, "caller", cancellation).AsTask()));

        Assert.Equal(limit.Permits, uses.Count(isAcquired => isAcquired));
        Assert.True(await one.TryAcquire(limit, "another caller", cancellation));
        using var restarted = new RequestLimiter(host.Store.Settings, host.Time);
        Assert.False(await restarted.TryAcquire(limit, "caller", cancellation));
    }

    [Fact]
    public async Task Window_ends()
    {
        var limit = new RateLimit("short", 1, TimeSpan.FromMilliseconds(50));
        var cancellation = TestContext.Current.CancellationToken;
        using var limiter = new RequestLimiter(host.Store.Settings, host.Time);
        Assert.True(await limiter.TryAcquire(limit, "caller", cancellation));

        for (var watch = System.Diagnostics.Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(1);)
        {
            using var next = new RequestLimiter(host.Store.Settings, host.Time);
            if (await next.TryAcquire(limit, "caller", cancellation))
            {
                return;
            }
        }

        Assert.Fail("The window does not end.");
    }

    /// <summary>PR-10 to PR-18.</summary>
    async Task PutProviders()
    {
        for (var i = 10; i < 19; i++)
        {
            (await host.Website.Put($"/api/providers/PR-{i}", $$"""{"name":"Studio {{i}}","email":"studio-{{i}}@demo.example","language":"fr"}""")).HasStatus(HttpStatusCode.OK);
        }
    }
}
