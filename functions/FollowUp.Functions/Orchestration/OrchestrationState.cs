using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// The state of a project as far as its orchestration needs it: ids and dates, no personal data. The JSON names are stored in the histories of
/// running instances.
/// </summary>
/// <param name="Phase">The phase that decides which stage of <see cref="FollowUpLoop"/> runs.</param>
/// <param name="Generation">The generation of the project, which goes up when it comes back after its outcome.</param>
/// <param name="Next">Null when no action is planned.</param>
/// <param name="LookAgainAt">The earlier of the wake time and the next message's due time, in UTC; null when nothing falls due.</param>
/// <param name="DueMessageIds">
/// The ids of the messages that were due, oldest first, in histories of earlier versions; empty since <see cref="Activities.Advance"/> delivers them.
/// </param>
public sealed record OrchestrationState(
    [property: JsonPropertyName("Phase"), JsonConverter(typeof(JsonStringEnumConverter<Phase>))] Phase Phase,
    [property: JsonPropertyName("Generation")] int Generation,
    [property: JsonPropertyName("Next")] NextActionSummary? Next,
    [property: JsonPropertyName("LookAgainAt")] DateTime? LookAgainAt,
    [property: JsonPropertyName("Owed")] IReadOnlyList<string> DueMessageIds)
{
    [JsonIgnore]
    public bool AwaitsValidation => Phase == Phase.AwaitingValidation;

    [JsonIgnore]
    public bool IsInFollowUp => Phase is Phase.InFollowUp or Phase.Dormant;

    [JsonIgnore]
    public bool IsClosed => Phase is Phase.Won or Phase.Dead;

    /// <summary>Closed, and every message of the outcome has left.</summary>
    [JsonIgnore]
    public bool IsFinished => IsClosed && LookAgainAt is null;

    /// <param name="project">The project after a round.</param>
    /// <param name="pending">What is left to send, each with its time.</param>
    public static OrchestrationState From(Project project, IEnumerable<OutboxEntry> pending)
    {
        var next = pending.Select(e => (Instant?)e.DueAt).Append(project.WakeAt).Min();
        return new OrchestrationState(
            project.Phase,
            project.Generation,
            project.Next is { } action ? new NextActionSummary(Kebab.Case(action.Kind), action.DueAt.ToDateTimeUtc()) : null,
            next?.ToDateTimeUtc(),
            []);
    }
}
