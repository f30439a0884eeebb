using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// What an open project waits for. The hierarchy is closed: the planner gives each case its next action, time ends each case, and the model
/// check names each case. An agreed call or a snooze lies over the step of the path and is what the project waits for until it ends.
/// </summary>
public abstract record WaitingFor
{
    WaitingFor()
    {
    }

    /// <summary>The word of staff whether the project goes on, since its client wants to be left alone about another one.</summary>
    /// <param name="AskedAt">When staff were asked.</param>
    public sealed record Continuation(Instant AskedAt) : WaitingFor;

    /// <summary>A call at a time that the client chose.</summary>
    /// <param name="At">The chosen time.</param>
    public sealed record AgreedCall(Instant At) : WaitingFor;

    /// <summary>The end of a pause that the client or staff asked for.</summary>
    /// <param name="Snooze">Its last day, and whether an answer ends it sooner.</param>
    public sealed record EndOfSnooze(SnoozeUntil Snooze) : WaitingFor;

    /// <summary>The call that follows a pause.</summary>
    /// <param name="From">The earliest time of the call, before call hours and cap.</param>
    public sealed record CallAfterSnooze(Instant From) : WaitingFor;

    /// <summary>Awaiting validation: the next attempt to reach the client.</summary>
    /// <param name="Attempts">Failed attempts so far in this cycle.</param>
    /// <param name="InformationArrived">Whether the client sent the information that was missing.</param>
    public sealed record NextAttempt(int Attempts, bool InformationArrived) : WaitingFor;

    /// <summary>Awaiting validation: the information that the client was asked for.</summary>
    public sealed record Information : WaitingFor;

    /// <summary>Awaiting validation: the right number of a client whose number is wrong.</summary>
    public sealed record RightNumber : WaitingFor;

    /// <summary>Awaiting validation: an answer to the mail that followed the last attempt.</summary>
    public sealed record AnswerToLastMail : WaitingFor;

    /// <summary>In follow-up: the next relaunch of the cadence.</summary>
    /// <param name="UnansweredContacts">Relaunches so far in this cycle; none has an answer.</param>
    public sealed record NextRelaunch(int UnansweredContacts) : WaitingFor;

    /// <summary>In follow-up: an answer to the warning before dormancy.</summary>
    public sealed record AnswerToWarning : WaitingFor;

    /// <summary>Dormant: the next quarter, which brings a light mail or the question whether to close.</summary>
    /// <param name="DormantSince">The beginning of dormancy; the quarters count from it.</param>
    /// <param name="Quarters">Quarters that have passed.</param>
    public sealed record NextQuarter(Instant DormantSince, int Quarters) : WaitingFor;

    /// <summary>Dormant: the decision of staff whether to close for silence.</summary>
    /// <param name="Quarters">Quarters that have passed.</param>
    public sealed record ClosingApproval(int Quarters) : WaitingFor;
}
