using System.Diagnostics;
using System.Text.Json.Nodes;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.Delivery;

/// <summary>The body of a webhook: ids and the state of the project, no personal data.</summary>
public static class WebhookJson
{
    /// <summary>Writes the body for a message from the project as the website may see it now.</summary>
    public static string Write(Project project, OutboxMessage message)
    {
        var data = new JsonObject
        {
            ["id"] = project.Id,
            ["generation"] = project.Generation,
            ["version"] = project.Version,
            ["phase"] = Kebab.Case(project.Phase),
            ["outcome"] = project.Outcome is not { } outcome ? null : outcome.IsWon
                ? new JsonObject { ["result"] = "won", ["provider"] = outcome.Provider, ["amount"] = outcome.Amount }
                : new JsonObject { ["result"] = "dead", ["reason"] = Kebab.Case(outcome.Reason!.Value) },
        };
        switch (message.Event)
        {
            case WebhookEvent.NextAction:
                data["nextAction"] = project.Next is { } next ? Write(next) : null;
                break;
            case WebhookEvent.ProviderWanted:
                data["provider"] = message.Subject;
                break;
            case WebhookEvent.QuestionAnswered:
                data["question"] = message.Subject;
                break;
        }

        return Write(GetType(message.Event ?? (project.IsOpen ? WebhookEvent.Moved : WebhookEvent.Closed)), message.CausedAt, data);
    }

    /// <summary>Writes the body for a complaint: neither its text nor who complains.</summary>
    public static string Write(Complaint complaint) => Write(
        GetType(WebhookEvent.ComplaintReceived), complaint.At,
        new JsonObject { ["complaint"] = complaint.Id, ["from"] = complaint.FromKind, ["id"] = complaint.ProjectId });

    /// <summary>Writes the body for the news of a provider: the projects that have moved, not what was learned of them.</summary>
    /// <param name="provider">The provider's id.</param>
    /// <param name="projects">The ids of the projects, those that moved last first.</param>
    /// <param name="at">When the news was collected.</param>
    public static string WriteProviderNews(string provider, IEnumerable<string> projects, Instant at) => Write(
        GetType(WebhookEvent.ProviderNews), at,
        new JsonObject { ["provider"] = provider, ["projects"] = new JsonArray([.. projects.Select(id => (JsonNode)id)]) });

    /// <summary>The kind and the date. Who does it is a mail address, and why it is then may tell of the client.</summary>
    static JsonObject Write(NextAction next) => new()
    {
        ["kind"] = Kebab.Case(next.Kind),
        ["dueAt"] = OffsetDateTimePattern.Rfc3339.Format(new ZonedDateTime(next.DueAt, WorkingCalendar.France.Zone).ToOffsetDateTime()),
    };

    static string Write(string type, Instant at, JsonObject data) =>
        new JsonObject { ["type"] = type, ["timestamp"] = at.ToString(), ["data"] = data }.ToJsonString();

    static string GetType(WebhookEvent told) => told switch
    {
        WebhookEvent.Moved => "project.moved",
        WebhookEvent.Closed => "project.closed",
        WebhookEvent.NextAction => "project.next-action",
        WebhookEvent.Assigned => "project.assigned",
        WebhookEvent.ProviderWanted => "provider.wanted",
        WebhookEvent.QuestionAnswered => "question.answered",
        WebhookEvent.ComplaintReceived => "complaint.received",
        WebhookEvent.ProviderNews => "provider.news",
        _ => throw new UnreachableException($"No type for {told}"),
    };
}
