using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>Fields that may reach a mail header take no line break and no control character, at any position.</summary>
public sealed class HeaderInjectionTests(ApiHost host) : IClassFixture<ApiHost>
{
    static readonly string[] Breaks = ["\r\n", "\r", "\n", "\0", "\t", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\ufffe", "\uffff"];

    /// <summary>The fields of one line, each with a valid value.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "id", "P-1001" }, { "title", "Refonte" }, { "category", "site-web" }, { "client.id", "C-881" }, { "client.name", "Jeanne Martin" },
        { "client.company", "Atelier" }, { "client.email", "jeanne@atelier-martin.example" }, { "client.phone", "+33 1 99 00 12 34" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_single_line_field_of_a_submission_refuses_line_breaks(string field, string good)
    {
        foreach (var bad in Breaks.SelectMany(b => new[] { b + good, good + b, good.Insert(2, b), $"{good}{b}Bcc: tous@ailleurs.example" }))
        {
            var reply = await host.Website.Post("/api/projects", ApiSamples.Project(field, JsonValue.Create(bad)));
            reply.HasProblem(HttpStatusCode.BadRequest, "invalid");
            Assert.Equal([field], reply.ErrorFields);
        }
    }

    [Theory]
    [InlineData("name", "Studio Hirondelle")]
    [InlineData("email", "studio@hirondelle.example")]
    public async Task A_single_line_field_of_a_provider_refuses_line_breaks(string field, string good)
    {
        foreach (var bad in Breaks.SelectMany(b => new[] { b + good, good + b, $"{good}{b}Bcc: tous@ailleurs.example" }))
        {
            var card = new JsonObject { ["name"] = "Studio", ["email"] = "a@b.example", ["language"] = "fr", ["privilegeUntil"] = null };
            card[field] = bad;
            Assert.Equal([field], (await host.Website.Put("/api/providers/PR-9", card.ToJsonString())).ErrorFields);
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u001b")]
    [InlineData("\u007f")]
    [InlineData("\u0085")]
    [InlineData("\ufffe")]
    [InlineData("\ufdd0")]
    public async Task A_multi_line_text_refuses_other_control_characters(string control)
    {
        var reply = await host.Website.Post("/api/projects", ApiSamples.Project("description", JsonValue.Create($"Une ligne.\n{control}Une autre.")));
        Assert.Equal(["description"], reply.ErrorFields);
        reply = await host.Website.Post(
            "/api/complaints",
            new JsonObject { ["from"] = new JsonObject { ["kind"] = "client", ["id"] = "C-1" }, ["text"] = $"Une ligne.\n{control}Une autre." });
        Assert.Contains("text", reply.ErrorFields);
    }
}
