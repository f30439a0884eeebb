using System.Text.Json.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

public enum ActionKind
{
    Call,
    Mail,
    WaitForClient,
    Approve,
}

/// <summary>The one thing that happens next to an open project.</summary>
/// <param name="DueAt">When; a time that has passed means overdue.</param>
/// <param name="By">A staff member's id, <c>client</c>, or <c>time</c> when it happens by itself.</param>
public sealed record NextAction(ActionKind Kind, Instant DueAt, string By, Reason Why)
{
    public const string ByClient = "client";
    public const string ByTime = "time";

    /// <summary>A call or an approval of a project that no coordinator is in charge of.</summary>
    public const string ByManager = "manager";
}

/// <summary>The next action and when the driver must look at the project by itself.</summary>
public sealed record Plan(NextAction Next, Instant WakeAt);

/// <summary>Why this action and why then; rendered in words by <see cref="NextActionText"/>.</summary>
/// <param name="Number">The try, the relaunch, the light mail or the month that this is.</param>
/// <param name="Of">Out of how many, where that is fixed.</param>
/// <param name="AdjustedFor">Why the date moved, when it did.</param>
/// <param name="ClosedOn">The closed day that moved it.</param>
/// <param name="Holiday">The public holiday that moved it.</param>
/// <param name="Capped">Moved because of the cap on calls to a private person.</param>
public sealed record Reason(
    ReasonCode Code,
    int Number = 0,
    int Of = 0,
    [property: JsonPropertyName("slidFor")] AdjustmentCause AdjustedFor = AdjustmentCause.None,
    LocalDate? ClosedOn = null,
    Holiday? Holiday = null,
    bool Capped = false);

public enum ReasonCode
{
    FirstCall,
    AnotherAttempt,
    AttemptByMail,
    AgreedCall,
    InformationArrived,
    AwaitingInformation,
    LastChanceBeforeUnreachable,
    RelaunchByMail,
    RelaunchByPhone,
    NoChannelLeft,
    WarningByMail,
    WarningByPhone,
    AwaitingAnswerToWarning,
    LightMail,
    SilentQuarter,
    CloseForSilence,
    EndOfSnooze,
    QuietPeriod,
}
