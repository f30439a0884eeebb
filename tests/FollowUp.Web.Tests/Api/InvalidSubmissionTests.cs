using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>No request here stores anything, so all tests share one host.</summary>
public sealed class InvalidSubmissionTests(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<string, string?> BadFields => new()
    {
        { "id", null }, { "id", "\"\"" }, { "id", "\"a b\"" }, { "id", "\"..\"" }, { "id", "12" }, { "id", $"\"{new string('a', 65)}\"" },
        { "id", "\"P-1\\n\"" },
        { "title", null }, { "title", "\"  \"" }, { "title", "\"a\\r\\nBcc: x\"" }, { "title", $"\"{new string('a', 201)}\"" }, { "title", "{}" },
        { "description", $"\"{new string('a', 20_001)}\"" }, { "description", "\"a\\u0000b\"" }, { "description", "\"\\ud800\"" },
        { "category", null }, { "category", "\"\"" }, { "category", "\"Site Web\"" }, { "category", "\"-a\"" },
        { "language", null }, { "language", "\"de\"" }, { "language", "\"FR\"" },
        { "budget", "[]" }, { "budget", "{\"currency\":\"EUR\"}" }, { "budget.min", "-1" }, { "budget.min", "6000" }, { "budget.min", "\"2000\"" },
        { "budget.max", "1e99" }, { "budget.currency", null }, { "budget.currency", "\"EURO\"" }, { "budget.currency", "\"€€€\"" },
        { "deadline", "\"2026-11-22\"" }, { "deadline", "\"31/01/2027\"" }, { "deadline", "\"2027-02-30\"" }, { "deadline", "\"9999-01-01\"" },
        { "client", null }, { "client", "\"C-881\"" }, { "client.id", null }, { "client.id", "\"C/881\"" },
        { "client.type", null }, { "client.type", "\"Company\"" }, { "client.type", "1" },
        { "client.name", null }, { "client.name", "\"Jeanne\\u0007\"" }, { "client.name", $"\"{new string('a', 201)}\"" },
        { "client.company", "\"a\\nb\"" }, { "client.email", null }, { "client.email", "\"jeanne\"" }, { "client.email", "\"a@b@c.fr\"" },
        { "client.email", "\"a@b\"" }, { "client.email", "\"a b@c.fr\"" }, { "client.email", "\"a@c.fr\\r\\nBcc: x@y.fr\"" },
        { "client.phone", null }, { "client.phone", "\"12\"" }, { "client.phone", "\"appelez-moi\"" }, { "client.phone", "\"01 99 00 12 34 56 78 90 12\"" },
        { "client.consentToCall.at", null }, { "client.consentToCall.at", "\"2026-11-24T08:55:00+01:00\"" }, { "client.consentToCall.text", "\"\"" },
        { "submittedAt", null }, { "submittedAt", "\"2026-11-23T08:56:00\"" }, { "submittedAt", "\"2026-11-23T09:06:00+01:00\"" },
        { "submittedAt", "\"1926-11-23T09:06:00+01:00\"" }, { "nickname", "\"x\"" }, { "client.nickname", "\"x\"" }, { "Title", "\"x\"" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task An_invalid_field_is_named_and_nothing_is_stored(string path, string? json)
    {
        var project = ApiSamples.Project(path, json is null ? null : JsonValue.Create("here")).ToJsonString();
        var reply = await host.Website.Post("/api/projects", json is null ? project : project.Replace("\"here\"", json, StringComparison.Ordinal));

        reply.HasProblem(HttpStatusCode.BadRequest, "invalid");
        Assert.Equal([path], reply.ErrorFields);
        Assert.Empty(await host.Store.Index.GetProjectsOfClient("C-881", TestContext.Current.CancellationToken));
        (await host.Website.Get("/api/projects/P-1001")).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_missing_and_out_of_range_fields_are_named_at_once()
    {
        var project = ApiSamples.Project("title", null);
        project["language"] = "de";
        project["client"]!["phone"] = "12";
        project["client"]!["email"] = "nobody";
        project["submittedAt"] = "2027-11-23T08:56:00+01:00";

        var reply = await host.Website.Post("/api/projects", project, ("Idempotency-Key", "a b"));
        Assert.Equal(["Idempotency-Key", "client.email", "client.phone", "language", "submittedAt", "title"], reply.ErrorFields);
    }

    [Theory]
    [InlineData("language", "7", "must be text; the field may be given only once")]
    [InlineData("submittedAt", "\"yesterday\"", "must be a time with its offset, as 2026-11-23T08:56:00+01:00; the field may be given only once")]
    [InlineData("client.type", "\"Company\"", "is one of: company, person; the field may be given only once")]
    [InlineData("surprise", "true", "is not a known field here")]
    public async Task An_unreadable_field_is_named_alone_with_what_is_expected(string path, string json, string text)
    {
        var project = ApiSamples.Project(path, JsonValue.Create("here"));
        project.Remove("title");

        var reply = await host.Website.Post(
            "/api/projects", project.ToJsonString().Replace("\"here\"", json, StringComparison.Ordinal), ("Accept-Language", "en"));
        Assert.Equal([path], reply.ErrorFields);
        Assert.Equal(text, reply.Json.GetProperty("errors").GetProperty(path)[0].GetString());
    }

    [Fact]
    public async Task Errors_are_in_the_language_of_the_request()
    {
        var project = ApiSamples.Project("title", null);
        var french = await host.Website.Post("/api/projects", project);
        var english = await host.Website.Post("/api/projects", project, ("Accept-Language", "de, en-GB;q=0.8, fr;q=0.5"));

        Assert.Equal("est obligatoire", french.Json.GetProperty("errors").GetProperty("title")[0].GetString());
        Assert.Equal("is required", english.Json.GetProperty("errors").GetProperty("title")[0].GetString());
        Assert.Equal("Données invalides", french["title"]);
        Assert.Equal("Invalid input", english["title"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"id\":}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body) =>
        Assert.Equal(["body"], (await host.Website.Post("/api/projects", body)).HasProblem(HttpStatusCode.BadRequest, "invalid").ErrorFields);

    [Fact]
    public async Task A_field_given_twice_is_refused()
    {
        var twice = ApiSamples.Project().ToJsonString().Replace("\"language\":\"fr\"", "\"language\":\"fr\",\"language\":\"en\"", StringComparison.Ordinal);

        Assert.Equal(["language"], (await host.Website.Post("/api/projects", twice)).ErrorFields);
    }

    [Fact]
    public async Task Deeply_nested_JSON_is_refused()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(["body"], (await host.Website.Post("/api/projects", deep)).ErrorFields);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused(bool chunked)
    {
        var large = Encoding.UTF8.GetBytes(ApiSamples.Project("description", new string('é', 200_000)).ToJsonString());
        using HttpContent content = chunked ? new StreamContent(new Chunks(large)) : new ByteArrayContent(large);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

        (await host.Website.Send(HttpMethod.Post, "/api/projects", content)).HasProblem(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Other_media_types_are_refused(string type)
    {
        using var content = new StringContent("{}", Encoding.UTF8, type);

        var reply = await host.Website.Send(HttpMethod.Post, "/api/projects", content);
        reply.HasProblem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task An_invalid_idempotency_key_is_named() =>
        Assert.Equal(["Idempotency-Key"], (await host.Website.Post("/api/projects", ApiSamples.Project(), ("Idempotency-Key", "a b"))).ErrorFields);

    [Fact]
    public async Task An_unhandled_exception_leaks_no_detail()
    {
        var reply = (await host.Website.Get("/api/fault")).HasProblem(HttpStatusCode.InternalServerError, "error");

        Assert.DoesNotContain("jeanne", reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", reply.Text, StringComparison.Ordinal);
    }

    /// <summary>A body without a content length.</summary>
    sealed class Chunks(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
