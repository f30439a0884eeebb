using NodaTime;

namespace FollowUp.Domain.Outbox;

/// <summary>
/// A mail or webhook that a decision causes. It is stored in the same commit as the decision and sent at least once. It holds no personal
/// data: address and text are looked up when it is sent.
/// </summary>
/// <param name="Id">The same at every attempt to send: project, version of the causing event, kind, and the escalation level of a repeated request.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="CausedBy">The version of the causing event.</param>
/// <param name="CausedAt">When the causing event was decided.</param>
/// <param name="Kind">What it says.</param>
/// <param name="To">Who receives it.</param>
/// <param name="Recipient">The recipient's id; null for the website.</param>
/// <param name="NotBefore">The earliest instant to send it: within the mail window, and after the time in which a closing can be undone.</param>
/// <param name="Number">The tone of "we tried to reach you" (1 to 3; 4 and 5 ask for the right number), the number of the relaunch or of the quarter; of a request to staff its <see cref="EscalationLevel"/>; of a webhook 1 when a closing causes it, 2 when the undo of a reopening does.</param>
/// <param name="Subject">The id of the provider, the question or the staff member that it is about; null when it is about the project alone.</param>
/// <param name="Event">What a webhook tells; null when it tells the phase or a closing.</param>
public sealed record OutboxMessage(
    string Id,
    string ProjectId,
    long CausedBy,
    Instant CausedAt,
    MessageKind Kind,
    RecipientKind To,
    string? Recipient,
    Instant NotBefore,
    int Number = 0,
    string? Subject = null,
    WebhookEvent? Event = null)
{
    /// <summary>Whether it asks a staff member for a decision.</summary>
    public bool IsStaffRequest => Kind is MessageKind.ApprovalRequest or MessageKind.GoodChancesRequest or MessageKind.TakeOverRequest
        or MessageKind.ReopeningRequest;

    /// <summary>Of a request to staff: sent, repeated, or escalated. Of any other message: <see cref="EscalationLevel.Asked"/>.</summary>
    public EscalationLevel EscalationLevel => IsStaffRequest ? (EscalationLevel)Number : EscalationLevel.Asked;
}
