using NodaTime;

namespace FollowUp.Domain.Outbox;

/// <summary>The mails of the follow-up and the one message that is none.</summary>
public enum MessageKind
{
    TriedToReachYou,
    MissingInformation,
    RelaunchFirst,
    RelaunchLater,
    RelaunchAfterSnooze,
    Warning,
    LightMail,
    CallAgreed,
    GoodChances,
    QuestionAnswered,
    QuestionReceived,
    ApprovalRequest,
    NotSerious,
    OutcomeThanks,
    HandOver,

    /// <summary>"We have your project, and will call": at once after a submission.</summary>
    Receipt,

    Validated,

    /// <summary>Staff are asked whether a provider may have its good-chances notice.</summary>
    GoodChancesRequest,

    /// <summary>A colleague is asked to take an absent coordinator's project over.</summary>
    TakeOverRequest,

    /// <summary>The client answered a mail: the words go on to whoever is in charge.</summary>
    ReplyReceived,

    /// <summary>The website is told what changed.</summary>
    Webhook,
}

public enum RecipientKind
{
    Client,
    Staff,
    Provider,
    Website,
}

/// <summary>A request to staff is made once, repeated once, and then put before the manager.</summary>
public enum EscalationLevel
{
    Asked,
    Reminded,
    Escalated,
}

/// <summary>
/// A message that a decision owes to the outside. It holds no personal data: the address and the text are made when it
/// leaves, by its recipient's id and the event that caused it.
/// </summary>
/// <param name="Id">Stable over every retry: project, version of the causing event, kind, recipient.</param>
/// <param name="CausedBy">The version of the event that owes it.</param>
/// <param name="NotBefore">The mail window, or the end of the time in which a closing may be undone.</param>
/// <param name="Number">The attempt, relaunch or quarter; what tells the tones of one template apart. Of a request to staff: an <see cref="EscalationLevel"/>.</param>
/// <param name="Subject">What it is about besides the project: a provider's or a question's id.</param>
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
    string? Subject = null)
{
    /// <summary>Asks a member of staff for a decision.</summary>
    public bool IsStaffRequest => Kind is MessageKind.ApprovalRequest or MessageKind.GoodChancesRequest or MessageKind.TakeOverRequest;

    /// <summary>Of a request: whether it is made for the first time, repeated, or put before the manager.</summary>
    public EscalationLevel EscalationLevel => IsStaffRequest ? (EscalationLevel)Number : EscalationLevel.Asked;
}
