using System.Net;

namespace FollowUp.Web.Tests;

public sealed class AccessTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_website_gives_no_staff_commands_and_staff_do_not_speak_for_the_website()
    {
        await host.Submitted();

        (await host.Website.Command("P-1001", """{"type":"undo"}""")).Is(HttpStatusCode.Unauthorized);
        (await host.As(ApiHost.Nadia).Post("/api/projects", Samples.Project("P-2"))).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_project_is_read_by_the_website_and_by_staff()
    {
        await host.Submitted();
        var website = (await host.Website.Get("/api/projects/P-1001")).Is(HttpStatusCode.OK);
        var staff = (await host.As(ApiHost.Yanis).Get("/api/projects/P-1001")).Is(HttpStatusCode.OK);

        Assert.Equal(website.Text, staff.Text);
        Assert.Equal("\"2\"", staff.Headers.ETag!.Tag);
        Assert.Equal("no-store", staff.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Sales_learn_who_is_in_charge_and_nothing_of_what_was_said()
    {
        await host.Followed();
        var reply = (await host.As(ApiHost.Simon).Get("/api/projects/P-1001")).Is(HttpStatusCode.OK);

        Assert.Equal("Camille Roux", reply["coordinator.name"]);
        Assert.Equal(0, reply.Json.GetProperty("timeline").GetArrayLength());
    }

    [Fact]
    public async Task What_is_not_there_is_told_as_a_problem()
    {
        (await host.Website.Get("/api/projects/P-404")).IsProblem(HttpStatusCode.NotFound, "unknown-project");
        (await host.Website.Get("/api/nothing")).IsProblem(HttpStatusCode.NotFound, "not-found");
        (await host.Website.Delete("/api/projects/P-1001")).IsProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/projects/P-1001")]
    [InlineData("/api/projects/P-1001/feed?provider=PR-1")]
    [InlineData("/api/providers/PR-1/feed")]
    [InlineData("/api/clients/C-881/export")]
    public async Task Whatever_is_read_may_be_asked_for_by_HEAD(string path)
    {
        await host.Submitted();
        var reply = (await host.Website.Send(HttpMethod.Head, path, null)).Is(HttpStatusCode.OK);

        Assert.Equal("", reply.Text);
        Assert.Equal("application/json", reply.MediaType);
    }

    [Fact]
    public async Task Health_needs_no_key() => Assert.Equal("ok", (await host.Anybody.Get("/health")).Is(HttpStatusCode.OK)["status"]);
}
