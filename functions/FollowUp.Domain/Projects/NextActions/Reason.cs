using System.Text.Json.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// Why this action and why then; <see cref="NextActionText"/> renders it. It is part of stored events: names and order of the fields never
/// change.
/// </summary>
/// <param name="Code">The rule that planned the action.</param>
/// <param name="Number">The number of the attempt, relaunch or light mail from 1, or months of dormancy; 0 when the code counts nothing.</param>
/// <param name="Of">The number of attempts in all; 0 when there is no fixed number.</param>
/// <param name="AdjustedFor">Why the date moved.</param>
/// <param name="ClosedOn">The closed day that moved the date; for the end of a pause, its last day.</param>
/// <param name="Holiday">The public holiday that moved the date.</param>
/// <param name="Capped">Whether the cap on calls to a private person moved the date.</param>
public sealed record Reason(
    ReasonCode Code,
    int Number = 0,
    int Of = 0,
    [property: JsonPropertyName("slidFor")] AdjustmentCause AdjustedFor = AdjustmentCause.None,
    LocalDate? ClosedOn = null,
    Holiday? Holiday = null,
    bool Capped = false)
{
    /// <summary>The cap that moved the date; null when none did, and in plans of versions that did not store it.</summary>
    public CallCap? Cap { get; init; }

    /// <summary>Whether the quiet days after "do not call" moved the date; else null.</summary>
    public bool? Quiet { get; init; }

    /// <summary>The zone of the client, by whose clock the call hours were taken; null for Paris.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The first day on which cap and quiet days allow a call; null when neither moved the date.</summary>
    public LocalDate? NotBefore { get; init; }
}
