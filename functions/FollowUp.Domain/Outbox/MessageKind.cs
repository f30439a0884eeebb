namespace FollowUp.Domain.Outbox;

/// <summary>The kinds of message. The names are stored and part of message ids: never rename one.</summary>
public enum MessageKind
{
    /// <summary>To the client: "we tried to reach you".</summary>
    TriedToReachYou,

    /// <summary>To the client: this information is missing.</summary>
    MissingInformation,

    /// <summary>To the client: the first relaunch of a cycle.</summary>
    RelaunchFirst,

    /// <summary>To the client: a later relaunch of the cycle.</summary>
    RelaunchLater,

    /// <summary>To the client: the relaunch after a pause.</summary>
    RelaunchAfterSnooze,

    /// <summary>To the client: the warning before dormancy.</summary>
    Warning,

    /// <summary>To the client: the light mail of a quarter of dormancy.</summary>
    LightMail,

    /// <summary>To the client: the confirmation of an agreed call.</summary>
    CallAgreed,

    /// <summary>To a provider: the good-chances notice.</summary>
    GoodChances,

    /// <summary>To a provider: the answer to its question.</summary>
    QuestionAnswered,

    /// <summary>To staff: a provider asks.</summary>
    QuestionReceived,

    /// <summary>To staff: may the project be closed for silence?</summary>
    ApprovalRequest,

    /// <summary>To the client: why the project is not followed up.</summary>
    NotSerious,

    /// <summary>To the client: thanks for the answer that closed the project.</summary>
    OutcomeThanks,

    /// <summary>To staff: a project is handed over to them.</summary>
    HandOver,

    /// <summary>To the client, at once after a submission: "we have your project, and will call".</summary>
    Receipt,

    /// <summary>To the client: the project is validated.</summary>
    Validated,

    /// <summary>To staff: may a provider have its good-chances notice?</summary>
    GoodChancesRequest,

    /// <summary>To staff: will a colleague take an absent coordinator's project over?</summary>
    TakeOverRequest,

    /// <summary>To staff: the client answered a mail.</summary>
    ReplyReceived,

    /// <summary>To staff: the client answered before the closing was shown, which takes it back.</summary>
    ClosingTakenBack,

    /// <summary>To the client: a mail that staff wrote.</summary>
    WrittenToClient,

    /// <summary>To the client: an excuse for an agreed call that was not made, with new times.</summary>
    AppointmentMissed,

    /// <summary>To the client: an agreed call does not take place, since staff or time closed the project without another mail.</summary>
    CallCancelled,

    /// <summary>To the website: the project changed.</summary>
    Webhook,

    /// <summary>To a provider, at once: its question has arrived, who answers and until when.</summary>
    QuestionReceipt,

    /// <summary>To staff, one working day before an answer is due.</summary>
    QuestionReminder,

    /// <summary>To the manager: the answer to a provider is overdue.</summary>
    QuestionOverdue,

    /// <summary>To a provider whom staff handed over: who will answer. It promises nothing.</summary>
    ProviderHandedOver,

    /// <summary>To staff: is a dead project reopened whose client came back on the website?</summary>
    ReopeningRequest,
}
