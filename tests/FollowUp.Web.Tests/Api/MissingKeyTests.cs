using System.Net;

namespace FollowUp.Web.Tests.Api;

public sealed class MissingKeyTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("POST", "/api/projects")]
    [InlineData("GET", "/api/projects/P-1001")]
    [InlineData("POST", "/api/projects/P-1001/provider-actions")]
    [InlineData("POST", "/api/projects/P-1001/signals")]
    [InlineData("POST", "/api/projects/P-1001/questions")]
    [InlineData("POST", "/api/projects/P-1001/commands")]
    [InlineData("GET", "/api/projects/P-1001/feed?provider=PR-1")]
    [InlineData("PUT", "/api/providers/PR-1")]
    [InlineData("GET", "/api/providers/PR-1/feed")]
    [InlineData("POST", "/api/complaints")]
    [InlineData("GET", "/api/clients/C-881/export")]
    [InlineData("DELETE", "/api/clients/C-881")]
    [InlineData("GET", "/api/queue")]
    public async Task A_missing_or_wrong_key_is_unauthorized(string method, string path)
    {
        foreach (var (name, value) in new[] { ("x-nothing", "1"), ("x-functions-key", "wrong"), ("x-functions-key", ""), ("Authorization", "Bearer wrong") })
        {
            using var body = method is "POST" or "PUT" ? ApiClient.Json("{broken") : null;
            var reply = await host.Anonymous.Send(new HttpMethod(method), path, body, (name, value));
            reply.HasProblem(HttpStatusCode.Unauthorized, "unauthorized");
            Assert.NotEmpty(reply.Headers.WwwAuthenticate);
        }
    }
}
