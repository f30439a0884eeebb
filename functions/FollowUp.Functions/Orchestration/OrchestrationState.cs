using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Functions.Orchestration;

/// <summary>Where a project stands, as far as its driver must know: ids and dates.</summary>
/// <param name="LookAgainAt">The earlier of the wake time and the next message's time, in UTC; null when nothing will fall due.</param>
/// <param name="DueMessageIds">The ids of the messages that are due now, oldest first.</param>
public sealed record OrchestrationState(
    [property: JsonConverter(typeof(JsonStringEnumConverter<Phase>))] Phase Phase,
    int Generation,
    NextActionSummary? Next,
    DateTime? LookAgainAt,
    [property: JsonPropertyName("Owed")] IReadOnlyList<string> DueMessageIds)
{
    public bool AwaitsValidation => Phase == Phase.AwaitingValidation;

    public bool IsInFollowUp => Phase is Phase.InFollowUp or Phase.Dormant;

    public bool IsClosed => Phase is Phase.Won or Phase.Dead;

    /// <summary>Closed, and what the closing owes has left.</summary>
    public bool IsFinished => IsClosed && LookAgainAt is null;

    public static OrchestrationState From(Project project, IEnumerable<OutboxEntry> pending, Instant now)
    {
        var entries = pending.ToList();
        var next = entries.Select(e => (Instant?)e.DueAt).Append(project.WakeAt).Min();
        return new OrchestrationState(
            project.Phase,
            project.Generation,
            project.Next is { } action ? new NextActionSummary(Kebab.Case(action.Kind), action.DueAt.ToDateTimeUtc()) : null,
            next?.ToDateTimeUtc(),
            [.. entries.Where(e => e.DueAt <= now).Select(e => e.Message.Id)]);
    }
}

/// <summary>The next action without whom it concerns.</summary>
/// <param name="Kind">In kebab-case.</param>
public sealed record NextActionSummary(string Kind, DateTime DueAt);

/// <summary>What an operator sees of an instance, with the property names of the API.</summary>
/// <param name="Phase">In kebab-case.</param>
public sealed record OrchestrationStatus(
    [property: JsonPropertyName("phase")] string Phase, [property: JsonPropertyName("nextAction")] OrchestrationStatus.Action? NextAction)
{
    public static OrchestrationStatus From(OrchestrationState standing) =>
        new(Kebab.Case(standing.Phase), standing.Next is { } next ? new Action(next.Kind, next.DueAt) : null);

    /// <summary>
    /// The shape of <see cref="NextActionSummary"/> with names of its own: the names of <see cref="NextActionSummary"/> stand in the histories of running
    /// instances, and stay as they are.
    /// </summary>
    /// <param name="Kind">In kebab-case.</param>
    public sealed record Action(
        [property: JsonPropertyName("kind")] string Kind, [property: JsonPropertyName("dueAt")] DateTime DueAt);
}
