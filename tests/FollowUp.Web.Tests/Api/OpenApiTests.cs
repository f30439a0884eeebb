using System.Net;
using System.Text.Json;

namespace FollowUp.Web.Tests.Api;

public sealed class OpenApiTests : IAsyncLifetime
{
    readonly ApiHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Every_endpoint_is_described_with_its_callers()
    {
        var document = (await host.Anonymous.Get("/openapi/v1.json")).HasStatus(HttpStatusCode.OK).Json;
        var operations = (
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let security = operation.Value.GetProperty("security").EnumerateArray().SelectMany(s => s.EnumerateObject().Select(p => p.Name))
            select $"{operation.Name.ToUpperInvariant()} {path.Name} {string.Join('|', security)}").Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "DELETE /api/clients/{id} websiteKey",
            "DELETE /api/persons/{id} staffToken",
            "DELETE /api/providers/{id} websiteKey",
            "DELETE /api/staff/{email} staffToken",
            "DELETE /api/staff/{email}/absences/{id} staffToken",
            "DELETE /api/staff/{email}/data staffToken",
            "GET /api/board staffToken",
            "GET /api/cadence staffToken",
            "GET /api/cadence/versions staffToken",
            "GET /api/clients/{id}/export websiteKey",
            "GET /api/complaints staffToken",
            "GET /api/complaints/{id}/file staffToken",
            "GET /api/persons/{id}/export staffToken",
            "GET /api/projects websiteKey", "GET /api/projects/{id} websiteKey|staffToken",
            "GET /api/projects/{id}/feed websiteKey|staffToken",
            "GET /api/providers/{id}/export websiteKey",
            "GET /api/providers/{id}/feed websiteKey",
            "GET /api/queue staffToken",
            "GET /api/staff staffToken",
            "GET /api/staff/{email}/export staffToken",
            "POST /api/clients/{id}/consents websiteKey",
            "POST /api/commands staffToken",
            "POST /api/complaints websiteKey",
            "POST /api/complaints/{id}/answer staffToken",
            "POST /api/persons/join staffToken",
            "POST /api/persons/search staffToken",
            "POST /api/projects websiteKey",
            "POST /api/projects/{id}/commands staffToken",
            "POST /api/projects/{id}/provider-actions websiteKey",
            "POST /api/projects/{id}/questions websiteKey",
            "POST /api/projects/{id}/signals websiteKey",
            "POST /api/staff/{email}/hand-over staffToken",
            "PUT /api/cadence staffToken",
            "PUT /api/clients/{id} websiteKey",
            "PUT /api/projects/{id} websiteKey",
            "PUT /api/providers/{id} websiteKey",
            "PUT /api/staff/{email} staffToken",
            "PUT /api/staff/{email}/absences/{id} staffToken",
        ],
        operations);
    }

    [Fact]
    public async Task Requests_and_responses_have_their_fields()
    {
        var document = (await host.Anonymous.Get("/openapi/v1.json")).Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var submit = schemas.GetProperty("SubmitRequest");

        Assert.Equal(["id", "title", "category", "language", "client", "submittedAt"], Names(submit.GetProperty("required")));
        Assert.Equal(200, submit.GetProperty("properties").GetProperty("title").GetProperty("maxLength").GetInt32());
        Assert.Equal("string", submit.GetProperty("properties").GetProperty("title").GetProperty("type").GetString());
        Assert.Equal("date", schemas.GetProperty("LocalDate").GetProperty("format").GetString());
        Assert.Equal("date-time", schemas.GetProperty("Instant").GetProperty("format").GetString());
        Assert.Equal("#/components/schemas/Instant", submit.GetProperty("properties").GetProperty("submittedAt").GetProperty("$ref").GetString());
        Assert.Equal(["dead", "won"], Names(schemas.GetProperty("CloseResult").GetProperty("enum")));
        Assert.Equal(["notes", "project", "updatedAt"], Names(schemas.GetProperty("FeedResponse").GetProperty("required")).Order());
        Assert.False(submit.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            "type", schemas.GetProperty("CommandRequest").GetProperty("discriminator").GetProperty("propertyName").GetString());
        Assert.Contains("awaiting-validation", schemas.GetProperty("ProjectResponse").ToString() + schemas.GetProperty("Phase"), StringComparison.Ordinal);
        var post = document.GetProperty("paths").GetProperty("/api/projects").GetProperty("post");
        Assert.Equal(["200", "201", "400", "401", "409", "413", "415", "422"], post.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order());
        Assert.Contains("SubmitRequest", post.GetProperty("requestBody").ToString(), StringComparison.Ordinal);
        Assert.Contains("Idempotency-Key", post.GetProperty("parameters").ToString(), StringComparison.Ordinal);
        Assert.Contains("must send a key", post.GetProperty("parameters").ToString(), StringComparison.Ordinal);
    }

    static IEnumerable<string> Names(JsonElement list) => list.EnumerateArray().Select(n => n.GetString()!);
}
