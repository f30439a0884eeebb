using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>A call did not reach the client.</summary>
/// <param name="Outcome">No answer, voicemail, busy or wrong number.</param>
/// <param name="At">When the call took place.</param>
/// <param name="Attempt">The number of the attempt in this cycle, from 1; 0 outside phone validation.</param>
/// <param name="Last">Whether it was the last attempt.</param>
/// <param name="MailFollows">Whether a mail says "we tried to reach you".</param>
/// <param name="OutsideRules">Whether it took place outside the allowed hours or over the cap. It is recorded all the same.</param>
/// <param name="Relaunch">The number of the relaunch in this cycle, from 1; 0 when it was no relaunch.</param>
/// <param name="Warning">Whether the relaunch was the warning before dormancy.</param>
/// <param name="SameHalfDay">Whether it belongs to an attempt or relaunch of the same half-day, and so moves nothing on.</param>
public sealed record CallMissed(
    CallOutcome Outcome, Instant At, int Attempt, bool Last, bool MailFollows, bool OutsideRules,
    int Relaunch = 0, bool Warning = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SameHalfDay = false) : Event
{
    /// <summary>The id that the outcomes of one conversation about several projects share; null for a call about one project.</summary>
    public string? Call { get; init; }

    /// <summary>Whether the conversation is recorded on another project of the person already and counts there; else null.</summary>
    public bool? CountedElsewhere { get; init; }
}

/// <summary>A call fell due and was not made.</summary>
public sealed record CallOverdue : Event;

/// <summary>Staff and client spoke on the phone: a sign of life.</summary>
/// <param name="Outcome">What the client said.</param>
/// <param name="At">When the call took place.</param>
/// <param name="Provider">The provider that the client named.</param>
/// <param name="Until">When the client wants to be asked again.</param>
/// <param name="Facts">Evidence of seriousness heard in the conversation.</param>
/// <param name="OutsideRules">Whether it took place outside the allowed hours or over the cap. It is recorded all the same.</param>
/// <param name="Direction">Who called.</param>
/// <param name="ByColleague">Whether a colleague of the staff member in charge recorded it.</param>
public sealed record ClientReached(
    CallOutcome Outcome, Instant At, string? Provider, LocalDate? Until, Evidence Facts, bool OutsideRules,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] CallDirection Direction = CallDirection.Outbound,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool ByColleague = false) : Event
{
    /// <inheritdoc cref="CallMissed.Call"/>
    public string? Call { get; init; }

    /// <inheritdoc cref="CallMissed.CountedElsewhere"/>
    public bool? CountedElsewhere { get; init; }
}

/// <summary>A call at a time that the client chose was agreed.</summary>
/// <param name="At">The chosen time.</param>
public sealed record CallAgreed(Instant At) : Event;
