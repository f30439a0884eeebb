using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The one thing that happens next to an open project. It is part of stored events: names and order of the fields never change.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="DueAt">When. An instant that has passed means overdue.</param>
/// <param name="By">A staff member's id, <see cref="ByClient"/>, <see cref="ByTime"/> or <see cref="ByManager"/>.</param>
/// <param name="Why">Why this action, and why then.</param>
public sealed record NextAction(ActionKind Kind, Instant DueAt, string By, Reason Why)
{
    /// <summary>The actor of an action that waits for the client.</summary>
    public const string ByClient = "client";

    /// <summary>The actor of an action that happens by itself.</summary>
    public const string ByTime = "time";

    /// <summary>
    /// The actor of a call or an approval while no coordinator is in charge of the project, and of a client who has neither a right number nor mail.
    /// </summary>
    public const string ByManager = "manager";
}
