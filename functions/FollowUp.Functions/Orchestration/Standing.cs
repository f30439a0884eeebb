using System.Text.Json.Serialization;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Functions;

/// <summary>Where a project stands, as far as its driver must know: ids and dates.</summary>
/// <param name="LookAgainAt">The earlier of the wake time and the next message's time, in UTC; null when nothing will fall due.</param>
/// <param name="Owed">The ids of the messages that are due now, oldest first.</param>
public sealed record Standing(
    [property: JsonConverter(typeof(JsonStringEnumConverter<Phase>))] Phase Phase,
    int Generation,
    NextStep? Next,
    DateTime? LookAgainAt,
    IReadOnlyList<string> Owed)
{
    public bool AwaitsValidation => Phase == Phase.AwaitingValidation;

    public bool IsFollowedUp => Phase is Phase.InFollowUp or Phase.Dormant;

    public bool IsClosed => Phase is Phase.Won or Phase.Dead;

    /// <summary>Closed, and what the closing owes has left.</summary>
    public bool IsSettled => IsClosed && LookAgainAt is null;

    public static Standing Of(Project project, IEnumerable<OutboxEntry> pending, Instant now)
    {
        var entries = pending.ToList();
        var next = entries.Select(e => (Instant?)e.DueAt).Append(project.WakeAt).Min();
        return new Standing(
            project.Phase,
            project.Generation,
            project.Next is { } action ? new NextStep(Kebab.Case(action.Kind), action.DueAt.ToDateTimeUtc()) : null,
            next?.ToDateTimeUtc(),
            [.. entries.Where(e => e.DueAt <= now).Select(e => e.Message.Id)]);
    }
}

/// <summary>The next action without whom it concerns.</summary>
/// <param name="Kind">In kebab-case.</param>
public sealed record NextStep(string Kind, DateTime DueAt);

/// <summary>What an operator sees of an instance, with the property names of the API.</summary>
/// <param name="Phase">In kebab-case.</param>
public sealed record FollowUpStatus(
    [property: JsonPropertyName("phase")] string Phase, [property: JsonPropertyName("nextAction")] FollowUpStatus.Action? NextAction)
{
    public static FollowUpStatus Of(Standing standing) =>
        new(Kebab.Case(standing.Phase), standing.Next is { } next ? new Action(next.Kind, next.DueAt) : null);

    /// <summary>
    /// The shape of <see cref="NextStep"/> with names of its own: the names of <see cref="NextStep"/> stand in the histories of running
    /// instances, and stay as they are.
    /// </summary>
    /// <param name="Kind">In kebab-case.</param>
    public sealed record Action(
        [property: JsonPropertyName("kind")] string Kind, [property: JsonPropertyName("dueAt")] DateTime DueAt);
}
