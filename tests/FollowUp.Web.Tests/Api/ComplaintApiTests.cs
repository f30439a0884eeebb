using System.Net;
using System.Text.Json;

namespace FollowUp.Web.Tests.Api;

/// <summary><c>/api/complaints</c>: managers read and answer complaints.</summary>
public sealed class ComplaintApiTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Complaint_is_listed_with_its_file_and_answered_once()
    {
        var (nadia, body) = (host.As(ApiHost.Nadia), """{"from":{"kind":"provider","id":"PR-1"},"text":"Personne ne répond."}""");
        var id = (await host.Website.Post("/api/complaints", body)).Json.GetProperty("complaint").GetString()!;

        var listed = (await nadia.Get("/api/complaints")).Json.EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        Assert.Equal("new", listed.GetProperty("state").GetString());
        var file = (await nadia.Get($"/api/complaints/{id}/file")).Json;
        Assert.Equal(3, file.GetProperty("charter").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, file.GetProperty("chain").ValueKind);

        var invalid = await nadia.Post($"/api/complaints/{id}/answer", """{"text":" "}""");
        Assert.Equal(["cause", "text"], invalid.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
        var answered = await nadia.Post($"/api/complaints/{id}/answer", """{"cause":"delay","text":"Vous avez raison."}""");
        Assert.Equal((HttpStatusCode.OK, "answered"), (answered.Status, answered.Json.GetProperty("state").GetString()));
        Assert.Equal(
            (HttpStatusCode.Conflict, "already-answered"),
            Of(await nadia.Post($"/api/complaints/{id}/answer", """{"cause":"delay","text":"Encore."}""")));

        // The website's repeat still is the same complaint.
        Assert.Equal(id, (await host.Website.Post("/api/complaints", body)).Json.GetProperty("complaint").GetString());
        Assert.Equal((HttpStatusCode.NotFound, "unknown-complaint"), Of(await nadia.Get("/api/complaints/C-0/file")));
    }

    [Fact]
    public async Task Answer_to_a_provider_with_personal_data_is_stopped_until_it_is_masked()
    {
        var nadia = host.As(ApiHost.Nadia);
        var id = (await host.Website.Post("/api/complaints", """{"from":{"kind":"provider","id":"PR-1"},"text":"Rappelez-moi."}""")).Json.GetProperty("complaint").GetString()!;

        var stopped = await nadia.Post($"/api/complaints/{id}/answer", """{"cause":"delay","text":"Écrivez à jeanne@martin.example s’il le faut."}""");
        Assert.Equal((HttpStatusCode.Conflict, "personal-data-found"), Of(stopped));
        Assert.Contains("jeanne@martin.example", stopped.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var answered = await nadia.Post($"/api/complaints/{id}/answer", """{"cause":"delay","text":"Écrivez à jeanne@martin.example s’il le faut.","masking":"masked"}""");
        Assert.Equal((HttpStatusCode.OK, "Écrivez à […] s’il le faut."), (answered.Status, answered.Json.GetProperty("answer").GetString()));
    }

    [Theory]
    [InlineData(ApiHost.Camille)]
    [InlineData(ApiHost.Simon)]
    public async Task Others_are_refused_and_audited(string staff)
    {
        var other = host.As(staff);
        ApiReply[] replies =
        [
            await other.Get("/api/complaints"),
            await other.Get("/api/complaints/C-1/file"),
            await other.Post("/api/complaints/C-1/answer", """{"cause":"delay","text":"Non."}"""),
        ];

        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Forbidden, "managers-only"), Of(reply)));
        var audit = await host.Store.Audit.Read(null, 100, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["answer-complaint", "list-complaints", "read-complaint-file"],
            audit.Where(entry => entry.By == staff && entry.What.Contains("complaint", StringComparison.Ordinal)).Select(entry => entry.What).Distinct().Order());
    }

    static (HttpStatusCode Status, string? Code) Of(ApiReply reply) => (reply.Status, reply.Code);
}
