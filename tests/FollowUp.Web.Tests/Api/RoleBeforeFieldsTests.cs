using System.Net;
using FollowUp.Web.Api.Commands;

namespace FollowUp.Web.Tests.Api;

/// <summary>A caller without the right is told so first, whatever else is wrong with the request.</summary>
public sealed class RoleBeforeFieldsTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        await host.SubmitProject();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Sales_are_refused_every_command_without_its_fields_but_their_own()
    {
        foreach (var name in CommandTypes.ByName.Keys)
        {
            var answer = await host.As(ApiHost.Simon).SendCommand("P-1001", $$"""{"type":"{{name}}"}""");
            if (name == "hand-over-provider")
            {
                answer.HasStatus(HttpStatusCode.BadRequest);
                continue;
            }

            answer.HasProblem(HttpStatusCode.Forbidden, "sales-do-not-follow-up");
            var entry = (await host.Store.Audit.Read("P-1001", 1, Cancellation))[0];
            Assert.Equal((name, ApiHost.Simon), (entry.What, entry.By));
        }
    }

    [Fact]
    public async Task Sales_are_refused_the_same_commands_in_a_list()
    {
        const string batch = """[{"project":"P-1001","command":{"type":"snooze","until":"2020-01-01"}},{"project":"P-1002","command":{"type":"hand-over-provider"}}]""";

        var answers = (await host.As(ApiHost.Simon).Post("/api/commands", batch)).HasStatus(HttpStatusCode.OK).Json;

        Assert.Equal(
            [(403, "sales-do-not-follow-up"), (400, "invalid")],
            answers.EnumerateArray().Select(answer => (answer.GetProperty("status").GetInt32(), answer.GetProperty("code").GetString())));
        var entry = (await host.Store.Audit.Read("P-1001", 1, Cancellation))[0];
        Assert.Equal(("snooze", ApiHost.Simon), (entry.What, entry.By));
    }

    /// <summary>An answer that depended on it would tell sales who is a client.</summary>
    [Theory]
    [InlineData("""{"clients":["C-881","C-882"]}""")]
    [InlineData("""{"clients":["C-none","C-nobody"]}""")]
    [InlineData("{}")]
    public async Task Sales_who_join_persons_are_refused_whether_they_exist_or_not(string body) =>
        (await host.As(ApiHost.Simon).Post("/api/persons/join", body)).HasProblem(HttpStatusCode.Forbidden, "sales-do-not-follow-up");

    [Theory]
    [InlineData("PUT", "/api/staff/zoe@demo.example", "put-staff")]
    [InlineData("POST", "/api/staff/camille@demo.example/hand-over", "hand-over", """{"projects":[]}""")]
    [InlineData("PUT", "/api/staff/nadia@demo.example/absences/A-1", "put-absence")]
    [InlineData("PUT", "/api/cadence", "put-cadence")]
    [InlineData("POST", "/api/complaints/R-1/answer", "answer-complaint")]
    public async Task Endpoint_of_managers_refuses_others_before_it_looks_at_the_fields(string method, string path, string what, string body = "{}")
    {
        foreach (var staff in new[] { ApiHost.Camille, ApiHost.Simon })
        {
            (await host.As(staff).Send(new HttpMethod(method), path, ApiClient.Json(body))).HasStatus(HttpStatusCode.Forbidden);
            var entry = (await host.Store.Audit.Read(null, 1, Cancellation))[0];
            Assert.Equal((what, staff), (entry.What, entry.By));
        }

        var manager = await host.As(ApiHost.Nadia).Send(new HttpMethod(method), path, ApiClient.Json(body));
        Assert.Equal(HttpStatusCode.BadRequest, manager.Status);
    }
}
