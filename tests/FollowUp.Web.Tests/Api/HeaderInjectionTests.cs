using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests;

/// <summary>Whatever may reach a header of a mail holds no line break and no control character, wherever in the field it stands.</summary>
public sealed class HeaderInjectionTests(ApiHost host) : IClassFixture<ApiHost>
{
    static readonly string[] Breaks = ["\r\n", "\r", "\n", "\0", "\t", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029", "\ufffe", "\uffff"];

    /// <summary>The fields of one line, each with a value that would be taken.</summary>
    public static TheoryData<string, string> Lines => new()
    {
        { "id", "P-1001" }, { "title", "Refonte" }, { "category", "site-web" }, { "client.id", "C-881" }, { "client.name", "Jeanne Martin" },
        { "client.company", "Atelier" }, { "client.email", "jeanne@atelier-martin.example" }, { "client.phone", "+33 1 99 00 12 34" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_of_a_submission_is_one(string field, string good)
    {
        foreach (var bad in Breaks.SelectMany(b => new[] { b + good, good + b, good.Insert(2, b), $"{good}{b}Bcc: tous@ailleurs.example" }))
        {
            var reply = await host.Website.Post("/api/projects", Samples.Project(field, JsonValue.Create(bad)));
            reply.IsProblem(HttpStatusCode.BadRequest, "invalid");
            Assert.Equal([field], reply.Fields);
        }
    }

    [Theory]
    [InlineData("name", "Studio Hirondelle")]
    [InlineData("email", "studio@hirondelle.example")]
    public async Task A_line_of_a_provider_is_one(string field, string good)
    {
        foreach (var bad in Breaks.SelectMany(b => new[] { b + good, good + b, $"{good}{b}Bcc: tous@ailleurs.example" }))
        {
            var card = new JsonObject { ["name"] = "Studio", ["email"] = "a@b.example", ["language"] = "fr", ["privilegeUntil"] = null };
            card[field] = bad;
            Assert.Equal([field], (await host.Website.Put("/api/providers/PR-9", card.ToJsonString())).Fields);
        }
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\u001b")]
    [InlineData("\u007f")]
    [InlineData("\u0085")]
    [InlineData("\ufffe")]
    [InlineData("\ufdd0")]
    public async Task A_text_of_several_lines_holds_no_other_control_character(string control)
    {
        var reply = await host.Website.Post("/api/projects", Samples.Project("description", JsonValue.Create($"Une ligne.\n{control}Une autre.")));
        Assert.Equal(["description"], reply.Fields);
        reply = await host.Website.Post(
            "/api/complaints",
            new JsonObject { ["from"] = new JsonObject { ["kind"] = "client", ["id"] = "C-1" }, ["text"] = $"Une ligne.\n{control}Une autre." });
        Assert.Contains("text", reply.Fields);
    }
}
