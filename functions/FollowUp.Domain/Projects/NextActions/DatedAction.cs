using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>A next action before it has an actor: what, when, why, and when the driver looks at the project again.</summary>
readonly record struct DatedAction(ActionKind Kind, Instant DueAt, Reason Why, Instant WakeAt)
{
    /// <summary>A call is made by a person, so the driver looks again only when it is overdue.</summary>
    public static DatedAction Call(PlannedDate date, Reason why, Instant wakeAt) => new(ActionKind.Call, date.At, date.Explain(why), wakeAt);

    public static DatedAction Mail(PlannedDate date, Reason why) => new(ActionKind.Mail, date.At, date.Explain(why), date.At);

    public static DatedAction WaitForClient(PlannedDate date, Reason why) => new(ActionKind.WaitForClient, date.At, date.Explain(why), date.At);

    public static DatedAction Approve(PlannedDate date, Reason why) => new(ActionKind.Approve, date.At, date.Explain(why), date.At);
}
