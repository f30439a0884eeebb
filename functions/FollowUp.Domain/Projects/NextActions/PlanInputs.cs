using NodaTime;

namespace FollowUp.Domain.Projects.NextActions;

/// <summary>
/// All that the next action of a project depends on, besides policy, time and the staff member in charge. The planner reads this record and not
/// the project. A decision after which the record is unchanged keeps the plan, so a field that the planner reads cannot be missed.
/// </summary>
/// <param name="ProjectId">Gives the project its own minute among mails that wait for the same opening.</param>
/// <param name="ClientType">Company or private person.</param>
/// <param name="CalledAs">Chooses the table of the cadence, and whether the client's own clock counts.</param>
/// <param name="Generation">A reopened project gets a new plan.</param>
/// <param name="Phase">Decides how a pause ends: by phone before validation, by mail after it.</param>
/// <param name="Step">What the path itself waits for; null when the project is closed.</param>
/// <param name="Agenda">The agreed call and the pause, which lie over the step.</param>
/// <param name="Cycle">Chooses the cadence, and from when the next delay counts.</param>
/// <param name="Contact">The open channels, the quiet period and the calls that count towards the cap.</param>
/// <param name="HasSignOfLife">Whether the client gave a sign of life after the submission.</param>
/// <param name="ContinuationAskedAt">Since when staff must say whether the project goes on; null when they need not. It lies over all else.</param>
/// <param name="TimeZone">The client's zone, by whose clock a private person is called; null for Paris.</param>
/// <param name="Category">The category of service, in which the law may forbid relaunches of private persons.</param>
/// <param name="DormantSinceContact">The last contact of the client of a dormant project, from which the erasure counts; null for a project that is not dormant.</param>
/// <param name="IsPauseAskedFor">Whether the client said "not now": what follows the pause is what they asked for.</param>
readonly record struct PlanInputs(
    string ProjectId,
    ClientType ClientType,
    ClientType CalledAs,
    int Generation,
    Phase Phase,
    WaitingFor? Step,
    Agenda Agenda,
    Cycle Cycle,
    ContactRights Contact,
    bool HasSignOfLife,
    Instant? ContinuationAskedAt,
    string? TimeZone,
    string? Category,
    Instant? DormantSinceContact,
    bool IsPauseAskedFor)
{
    /// <summary>Whether a relaunch may be a call: a private person must have agreed to calls beyond the request just posted.</summary>
    public bool MayRelaunchByPhone => ClientType == ClientType.Company ? Contact.MayCall : Contact.MayRelaunchByPhone;

    /// <summary>What the project waits for now: an answer of staff whether it goes on, else an agreed call, else a pause, else the call after a pause, else the step of the path.</summary>
    public WaitingFor? WaitingFor => this switch
    {
        { Step: null } => null,
        { ContinuationAskedAt: { } at } => new WaitingFor.Continuation(at),
        { Agenda.AgreedCall: { } at } => new WaitingFor.AgreedCall(at),
        { Agenda.Snooze: { } snooze } => new WaitingFor.EndOfSnooze(snooze),
        { Agenda.CallAfterPause: { } from } => new WaitingFor.CallAfterSnooze(from),
        _ => Step,
    };
}
