using System.Text.Json.Nodes;

namespace FollowUp.EndToEnd.Tests;

/// <summary>Submissions as a website posts them.</summary>
public static class Submissions
{
    /// <param name="at">The time of the submission, and of the consent to calls.</param>
    public static JsonObject Company(string id, DateTimeOffset at) => new()
    {
        ["id"] = id,
        ["title"] = "Refonte du site vitrine",
        ["description"] = "Une dizaine de pages, un formulaire, des photos à reprendre.",
        ["category"] = "site-web",
        ["language"] = "fr",
        ["budget"] = new JsonObject { ["min"] = 2000, ["max"] = 5000, ["currency"] = "EUR" },
        ["client"] = new JsonObject
        {
            ["id"] = "C-" + id,
            ["type"] = "company",
            ["name"] = "Jeanne Martin",
            ["company"] = "Atelier Martin SARL",
            ["email"] = MailOf(id),
            ["phone"] = "+33 1 99 00 12 34",
        },
        ["submittedAt"] = HostProcess.FormatTime(at),
    };

    /// <summary>A private person who may be called later too.</summary>
    public static JsonObject Person(string id, DateTimeOffset at)
    {
        var submission = Company(id, at);
        var client = (JsonObject)submission["client"]!;
        client["type"] = "person";
        client.Remove("company");
        client["phone"] = "+33 6 39 98 12 34";
        client["consentToCall"] = new JsonObject { ["at"] = HostProcess.FormatTime(at), ["text"] = "J’accepte d’être rappelée.", ["scope"] = "later" };
        return submission;
    }

#pragma warning disable CA1308 // Mail addresses are written in lower case.
    public static string MailOf(string id) => $"client-{id.ToLowerInvariant()}@atelier-martin.example";
#pragma warning restore CA1308
}
