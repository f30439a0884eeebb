namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The rule that planned a next action. The names are stored and part of the API.</summary>
public enum ReasonCode
{
    /// <summary>The first call of a cycle of phone validation.</summary>
    FirstCall,

    /// <summary>A further call, at another half-day.</summary>
    AnotherAttempt,

    /// <summary>An attempt by mail, since no call is allowed.</summary>
    AttemptByMail,

    /// <summary>A call at the time that the client chose.</summary>
    AgreedCall,

    /// <summary>A call about the information that the client sent.</summary>
    InformationArrived,

    /// <summary>The client was asked for missing information.</summary>
    AwaitingInformation,

    /// <summary>Every attempt failed; the project closes at the date.</summary>
    LastChanceBeforeUnreachable,

    /// <summary>A relaunch by mail.</summary>
    RelaunchByMail,

    /// <summary>A relaunch by phone, in turn with mails.</summary>
    RelaunchByPhone,

    /// <summary>Neither phone nor mail is open.</summary>
    NoChannelLeft,

    /// <summary>The warning before dormancy, by mail.</summary>
    WarningByMail,

    /// <summary>The warning before dormancy, by phone.</summary>
    WarningByPhone,

    /// <summary>The warning was sent; the project goes dormant at the date.</summary>
    AwaitingAnswerToWarning,

    /// <summary>The light mail of a quarter of dormancy.</summary>
    LightMail,

    /// <summary>The end of dormancy: staff are asked whether to close.</summary>
    SilentQuarter,

    /// <summary>Staff were asked whether to close for silence.</summary>
    CloseForSilence,

    /// <summary>The end of a pause, or the call that follows it.</summary>
    EndOfSnooze,

    /// <summary>A relaunch by phone, since the mail address bounced.</summary>
    RelaunchMailFailed,

    /// <summary>A relaunch by phone, since the client wants no mails.</summary>
    RelaunchMailUnwanted,

    /// <summary>The number is wrong and the client was asked for the right one, where mail allows it.</summary>
    NumberWrong,

    /// <summary>The quiet period after "do not call", in plans of versions that did not name the rule beside it (<see cref="Reason.Quiet"/>).</summary>
    QuietPeriod,

    /// <summary>The client wants to be left alone about another project: staff are asked whether this one goes on.</summary>
    LeftAloneElsewhere,

    /// <summary>The law forbids relaunches of private persons in the category of service: the project waits for the client.</summary>
    CategoryNotRelaunched,

    /// <summary>An agreed call that was not made in time. The client got an excuse with new times.</summary>
    MissedAppointment,

    /// <summary>A call because the client did not send the information that was asked for.</summary>
    InformationNotGiven,
}
