using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary><c>/api/cadence</c>: managers read and change the cadence.</summary>
public sealed class CadenceApiTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Document_is_read_changed_and_saved_as_the_next_version()
    {
        var nadia = host.As(ApiHost.Nadia);
        var document = await Read(nadia);
        var version = document["version"]!.GetValue<int>();
        document["company"]!["relaunch"]!["delays"]![0] = 40 + version;
        document["reason"] = "Moins de mails";

        var saved = await nadia.Put("/api/cadence", document.ToJsonString());

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(version + 1, saved.Json.GetProperty("version").GetInt32());
        var last = (await nadia.Get("/api/cadence/versions")).Json.EnumerateArray().Last();
        Assert.Equal("Moins de mails", last.GetProperty("reason").GetString());
        Assert.Equal(ApiHost.Nadia, last.GetProperty("by").GetString());
        Assert.Equal("company.relaunch.delays", Assert.Single(last.GetProperty("differences").EnumerateArray()).GetProperty("path").GetString());

        // The same again is no further version, and another one made from the old document is refused.
        Assert.Equal(version + 1, (await nadia.Put("/api/cadence", document.ToJsonString())).Json.GetProperty("version").GetInt32());
        document["company"]!["relaunch"]!["delays"]![0] = 90;
        Assert.Equal((HttpStatusCode.Conflict, "cadence-changed"), Of(await nadia.Put("/api/cadence", document.ToJsonString())));
    }

    [Theory]
    [InlineData("company.relaunch.delays[0]", 0)]
    [InlineData("person.cap.calls", 5)]
    [InlineData("company.validation.closeAfter", 100)]
    public async Task Fault_is_refused_with_its_path(string path, int value)
    {
        var nadia = host.As(ApiHost.Nadia);
        var document = await Read(nadia);
        var names = path.Replace("[0]", "", StringComparison.Ordinal).Split('.');
        var parent = document[names[0]]![names[1]]!;
        if (path.EndsWith(']')) parent[names[2]]![0] = value;
        else parent[names[2]] = value;

        var refused = await nadia.Put("/api/cadence", document.ToJsonString());

        Assert.Equal((HttpStatusCode.BadRequest, "invalid"), Of(refused));
        Assert.Equal([path], refused.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    [Theory]
    [InlineData(ApiHost.Camille)]
    [InlineData(ApiHost.Simon)]
    public async Task Others_are_refused_and_audited(string staff)
    {
        var other = host.As(staff);
        ApiReply[] replies = [await other.Get("/api/cadence"), await other.Get("/api/cadence/versions"), await other.Put("/api/cadence", "{}")];

        Assert.All(replies, reply => Assert.Equal((HttpStatusCode.Forbidden, "managers-only"), Of(reply)));
        var audit = await host.Store.Audit.Read(null, 100, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["put-cadence", "read-cadence"],
            audit.Where(entry => entry.By == staff && entry.What.EndsWith("cadence", StringComparison.Ordinal)).Select(entry => entry.What).Distinct().Order());
    }

    static async Task<JsonNode> Read(ApiClient nadia) => JsonNode.Parse((await nadia.Get("/api/cadence")).Json.GetRawText())!;

    static (HttpStatusCode Status, string? Code) Of(ApiReply reply) => (reply.Status, reply.Code);
}
