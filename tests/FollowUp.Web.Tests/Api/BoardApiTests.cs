using System.Net;

namespace FollowUp.Web.Tests.Api;

/// <summary><c>GET /api/board</c>: managers read the figures of the department.</summary>
public sealed class BoardApiTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Manager_reads_the_figures_of_a_period_and_of_the_one_before()
    {
        var board = await host.As(ApiHost.Nadia).Get("/api/board?from=2026-11-01&to=2026-11-30");

        Assert.Equal(HttpStatusCode.OK, board.Status);
        Assert.Equal("2026-11-01", board.Json.GetProperty("from").GetString());
        Assert.Equal(30, board.Json.GetProperty("period").GetProperty("days").GetArrayLength());
        Assert.Equal("2026-10-02", board.Json.GetProperty("before").GetProperty("days")[0].GetProperty("day").GetString());
        Assert.Equal(0, board.Json.GetProperty("before").GetProperty("won").GetInt32());
    }

    [Theory]
    [InlineData("?from=yesterday", "from")]
    [InlineData("?from=2026-11-02&to=2026-11-01", "to")]
    [InlineData("?from=2020-01-01&to=2026-11-01", "to")]
    public async Task Wrong_day_is_refused_with_its_field(string query, string field)
    {
        var refused = await host.As(ApiHost.Nadia).Get("/api/board" + query);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal([field], refused.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Fact]
    public async Task Others_are_refused()
    {
        foreach (var person in new[] { ApiHost.Camille, ApiHost.Simon })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await host.As(person).Get("/api/board")).Status);
        }
    }
}
