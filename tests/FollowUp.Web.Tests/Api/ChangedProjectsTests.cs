using System.Net;

namespace FollowUp.Web.Tests.Api;

/// <summary><c>GET /api/projects</c>: what changed, for reconciliation.</summary>
public sealed class ChangedProjectsTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Projects_that_changed_since_a_time_are_listed_with_version_and_phase()
    {
        await host.SubmitProject("P-1001");
        host.Time.Advance(TimeSpan.FromHours(1));
        var second = await host.SubmitProject("P-1002");

        Assert.Equal(["P-1001", "P-1002"], Ids(await host.Website.Get("/api/projects")));
        var later = await host.Website.Get("/api/projects?changedSince=2026-11-23T09:30:00+01:00");
        var only = Assert.Single(later.HasStatus(HttpStatusCode.OK).Json.EnumerateArray());
        Assert.Equal(("P-1002", 1, second.Version, "awaiting-validation"), (
            only.GetProperty("id").GetString(), only.GetProperty("generation").GetInt32(), only.GetProperty("version").GetInt64(), only.GetProperty("phase").GetString()));
        Assert.Equal(["P-1002"], Ids(await host.Website.Get("/api/projects?after=P-1001")));
    }

    [Fact]
    public async Task Bad_time_is_refused_by_its_field() =>
        Assert.Equal(["changedSince"], (await host.Website.Get("/api/projects?changedSince=yesterday")).HasProblem(HttpStatusCode.BadRequest, "invalid").ErrorFields);

    [Fact]
    public async Task Staff_token_does_not_read_the_list() =>
        Assert.NotEqual(HttpStatusCode.OK, (await host.As(ApiHost.Simon).Get("/api/projects")).Status);

    static IEnumerable<string?> Ids(ApiReply reply) => reply.HasStatus(HttpStatusCode.OK).Json.EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
