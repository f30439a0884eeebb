using System.Text.Json.Nodes;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Delivery;

/// <summary>The body of a webhook: ids and the state of the project, no personal data.</summary>
public static class WebhookJson
{
    /// <summary>Writes the body for a message from the project as it is now.</summary>
    public static string Write(Project project, OutboxMessage message)
    {
        var body = new JsonObject
        {
            ["type"] = project.IsOpen ? "project.moved" : "project.closed",
            ["timestamp"] = message.CausedAt.ToString(),
            ["data"] = new JsonObject
            {
                ["id"] = project.Id,
                ["generation"] = project.Generation,
                ["version"] = project.Version,
                ["phase"] = Kebab.Case(project.Phase),
                ["outcome"] = project.Outcome is not { } outcome ? null : outcome.IsWon
                    ? new JsonObject { ["result"] = "won", ["provider"] = outcome.Provider, ["amount"] = outcome.Amount }
                    : new JsonObject { ["result"] = "dead", ["reason"] = Kebab.Case(outcome.Reason!.Value) },
            },
        };
        return body.ToJsonString();
    }
}
