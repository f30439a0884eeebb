using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Projects.Events;

/// <summary>The project was won or died.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Source">Who decided the closing. It is stored as <c>for</c>.</param>
/// <param name="Reason">The text entered with the closing; null without one.</param>
/// <param name="NotSerious">Why it is not serious; null for every other outcome.</param>
/// <param name="DuplicateOf">The project that it is a duplicate of; null when none is named.</param>
public sealed record ProjectClosed(
    Outcome Outcome, [property: JsonPropertyName("for")] ClosingSource Source, FreeText? Reason = null, NotSeriousReason? NotSerious = null, string? DuplicateOf = null) : Event
{
    /// <summary>Who says that the project was won, where staff said so; null otherwise.</summary>
    public WordOf? OnWordOf { get; init; }
}

/// <summary>A dead project began a new generation.</summary>
/// <param name="Generation">The number of the generation, from 2.</param>
/// <param name="Reason">Why, in the words of staff.</param>
/// <param name="CadenceVersion">The cadence of the first cycle.</param>
public sealed record ProjectReopened(int Generation, FreeText? Reason, int CadenceVersion) : Event;

/// <summary>A closing was taken back within ten minutes.</summary>
public sealed record ClosingUndone : Event
{
    /// <summary>Whether an answer of the client took it back before they could know of the closing; false when staff or the client used undo.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByAnswer { get; init; }
}

/// <summary>A decision that closed nothing was taken back within ten minutes.</summary>
/// <param name="FirstVersion">The version of the first event of the decision that was taken back. It is stored as <c>decided</c>.</param>
public sealed record DecisionUndone([property: JsonPropertyName("decided")] long FirstVersion) : Event;

/// <summary>A note was struck out within ten minutes.</summary>
/// <param name="Note">The version of the note.</param>
public sealed record NoteWithdrawn(long Note) : Event;

/// <summary>The personal data were erased. The timeline and the figures stay.</summary>
public sealed record PersonErased : Event;
