using System.Net;
using System.Text.Json.Nodes;

namespace FollowUp.Web.Tests.Api;

/// <summary>The contract's sample project, and projects in the states that tests need.</summary>
static class ApiSamples
{
    public const string Now = "2026-11-23T09:00:00+01:00";

    public static JsonObject Project(string id = "P-1001") => JsonNode.Parse($$$"""
        {
          "id": "{{{id}}}", "title": "Refonte du site vitrine", "description": "Un site de cinq pages.\nEt un blog.",
          "category": "site-web", "language": "fr",
          "budget": {"min": 2000, "max": 5000, "currency": "EUR"}, "deadline": "2027-01-31",
          "client": {"id": "C-881", "type": "company", "name": "Jeanne Martin", "company": "Atelier Martin SARL",
                     "email": "jeanne@atelier-martin.example", "phone": "+33 1 99 00 12 34",
                     "consentToCall": {"at": "2026-11-23T08:55:00+01:00", "text": "J’accepte d’être rappelée."}},
          "submittedAt": "2026-11-23T08:56:00+01:00"
        }
        """)!.AsObject();

    /// <summary>The sample with one field changed, by its path; null removes it.</summary>
    public static JsonObject Project(string path, JsonNode? value) => With(Project(), path, value);

    public static JsonObject With(JsonObject project, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var within = names[..^1].Aggregate(project, (json, name) => json[name]!.AsObject());
        within.Remove(names[^1]);
        if (value is not null)
        {
            within[names[^1]] = value;
        }

        return project;
    }

    public static async Task<ApiReply> SubmitProject(this ApiHost host, string id = "P-1001") =>
        (await host.Website.Post("/api/projects", Project(id))).HasStatus(HttpStatusCode.Created);

    /// <summary>In follow-up, in Camille's charge.</summary>
    public static async Task<ApiReply> SubmitAndValidate(this ApiHost host, string id = "P-1001")
    {
        await host.SubmitProject(id);
        return (await host.As(ApiHost.Camille).SendCommand(id, """{"type":"record-call","outcome":"serious"}""")).HasStatus(HttpStatusCode.OK);
    }

    public static Task<ApiReply> SendCommand(this ApiClient staff, string id, string json, params (string, string)[] headers) =>
        staff.Post($"/api/projects/{id}/commands", json, headers);

    public static Task<ApiReply> ReportProviderAction(this ApiClient website, string provider, string kind = "quote", string id = "P-1001") =>
        website.Post($"/api/projects/{id}/provider-actions", $$"""{"provider":"{{provider}}","kind":"{{kind}}","at":"{{Now}}"}""");
}
