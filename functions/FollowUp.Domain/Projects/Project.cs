using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>
/// One project as its timeline has made it: immutable, without personal data. Folded by <see cref="Evolution"/>, moved by
/// <see cref="Decider"/>, given its next action by <see cref="NextActionPlanner"/>.
/// </summary>
public sealed record Project
{
    public required string Id { get; init; }

    /// <summary>1 at first; one more each time that a dead project is reopened.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>How many events made this state.</summary>
    public long Version { get; init; }

    public Phase Phase { get; init; }

    public Stage Stage { get; init; }

    public Outcome? Outcome { get; init; }

    public required string ClientId { get; init; }

    public ClientType ClientType { get; init; }

    public Language Language { get; init; }

    public Instant SubmittedAt { get; init; }

    /// <summary>The coordinator in charge; null while the department has none.</summary>
    public string? Coordinator { get; init; }

    /// <summary>Who follows the project while the coordinator is absent.</summary>
    public string? StandIn { get; init; }

    /// <summary>The colleague who was asked to take the project over while the coordinator is absent; null when nobody is.</summary>
    public string? TakeOverAskedOf { get; init; }

    /// <summary>The cadence that this cycle started with; a new one is taken at the next cycle.</summary>
    public int CadenceVersion { get; init; }

    public required ContactRights Contact { get; init; }

    /// <summary>Failed attempts to reach the client in this cycle of phone validation.</summary>
    public int Attempts { get; init; }

    /// <summary>Relaunches made in this cycle, all of them silent so far.</summary>
    [JsonPropertyName("silent")]
    public int UnansweredContacts { get; init; }

    /// <summary>The instant from which the next delay of the cadence counts.</summary>
    [JsonPropertyName("anchor")]
    public Instant CycleStartedAt { get; init; }

    public Instant? DormantSince { get; init; }

    /// <summary>Quarters of dormancy gone by, whether with a mail, a question or nothing.</summary>
    [JsonPropertyName("quarters")]
    public int DormantQuarters { get; init; }

    public SnoozeUntil? Snooze { get; init; }

    /// <summary>When the client asked to be called.</summary>
    public Instant? CallAgreedAt { get; init; }

    /// <summary>From when a pause that is over asks for a call, within the hours and the cap like any other.</summary>
    public Instant? CallAfterPause { get; init; }

    /// <summary>The newest call on record, so that a repeat is recognised.</summary>
    public LastCall? LastCall { get; init; }

    /// <summary>Whether the first conversation found the project serious.</summary>
    public bool Validated { get; init; }

    /// <summary>What the follow-up knows of the project's seriousness, as facts.</summary>
    public Evidence Evidence { get; init; }

    /// <summary>The last contact that came from the person; the CNIL's three years count from it.</summary>
    public Instant LastSignOfLife { get; init; }

    /// <summary>The version that the last sign of life has; mails owed before it are overtaken.</summary>
    [JsonPropertyName("lastSignOfLifeBy")]
    public long LastSignOfLifeVersion { get; init; }

    /// <summary>The person was erased; only figures are left.</summary>
    public bool Erased { get; init; }

    /// <summary>The last thing that the website reported of the client, so that a repeat is recognised.</summary>
    public LastSignal? LastSignal { get; init; }

    /// <summary>When the client last answered a mail, so that a repeat is recognised.</summary>
    public Instant? LastReplyAt { get; init; }

    /// <summary>Since when a reply of the client waits for staff to do something about it; null when none does.</summary>
    public Instant? ReplyWaitsSince { get; init; }

    /// <summary>What the client last said, for the feed.</summary>
    [JsonPropertyName("lastSaid")]
    public ClientAnswer? LastClientAnswer { get; init; }

    public LocalDate? ExpectedDate { get; init; }

    public ImmutableArray<ProviderState> Providers { get; init; } = [];

    [JsonPropertyName("questions")]
    public ImmutableArray<OpenQuestion> OpenQuestions { get; init; } = [];

    /// <summary>The ids of the questions that had their answer, so that a repeat is recognised.</summary>
    [JsonPropertyName("answered")]
    public ImmutableArray<string> AnsweredQuestions { get; init; } = [];

    /// <summary>What the coordinator keeps from the feed.</summary>
    [JsonPropertyName("withheld")]
    public ImmutableArray<SharedFact> WithheldFacts { get; init; } = [];

    /// <summary>Null only when won or dead.</summary>
    public NextAction? Next { get; init; }

    /// <summary>When the driver must look by itself; null only when won or dead.</summary>
    public Instant? WakeAt { get; init; }

    public Instant? ClosedAt { get; init; }

    /// <summary>The version that the closing event has; what it owes is sent only while this still names it.</summary>
    [JsonPropertyName("closedBy")]
    public long ClosedVersion { get; init; }

    /// <summary>The client closed it with their own hand, and may take that back as staff may.</summary>
    public bool ClosedByClient { get; init; }

    /// <summary>When this generation began; null in the first one. What the website reports from before is of a past life.</summary>
    public Instant? ReopenedAt { get; init; }

    /// <summary>The state that an undo returns to.</summary>
    public Project? BeforeClosing { get; init; }

    /// <summary>Up to when, itself excluded, the closing may be taken back; null when there is none to take back.</summary>
    public Instant? UndoUntil => BeforeClosing is null ? null : ClosedAt + Decider.UndoWithin;

    public bool IsOpen => Phase is not (Phase.Won or Phase.Dead);

    /// <summary>Who acts for the department: the stand-in during an absence, else the coordinator.</summary>
    public string? InCharge => StandIn ?? Coordinator;

    /// <summary>
    /// Who has to look at it although it is none of their open projects: the colleague who was asked to take it over, or whoever was in
    /// charge of a closed one whose client wrote again. Null when nobody has.
    /// </summary>
    public string? StaffOutsideQueue => IsOpen ? TakeOverAskedOf
        : ReplyWaitsSince is null ? null
        : Responsible;

    /// <summary>The staff member who has to act: who is in charge, or <see cref="NextAction.ByManager"/> while no coordinator is.</summary>
    public string Responsible => InCharge ?? NextAction.ByManager;

    /// <summary>What the project waits for; null when it is closed.</summary>
    public WaitingFor? WaitingFor => PlanInputs.WaitingFor;

    /// <summary>All that the next action depends on.</summary>
    internal PlanInputs PlanInputs => new(
        Id, ClientType, CadenceVersion, Generation, Phase, GetStep(), CallAgreedAt, Snooze, CallAfterPause, CycleStartedAt, Contact,
        HasSignOfLife: LastSignOfLifeVersion > 1);

    WaitingFor? GetStep() => Stage switch
    {
        Stage.Reaching => new WaitingFor.NextAttempt(Attempts, InformationArrived: false),
        Stage.InformationGiven => new WaitingFor.NextAttempt(Attempts, InformationArrived: true),
        Stage.InformationAsked => new WaitingFor.Information(),
        Stage.LastMailSent => new WaitingFor.AnswerToLastMail(),
        Stage.Relaunching => new WaitingFor.NextRelaunch(UnansweredContacts),
        Stage.Warned => new WaitingFor.AnswerToWarning(),
        Stage.Asleep => new WaitingFor.NextQuarter(DormantSince!.Value, DormantQuarters),
        Stage.ApprovalAsked => new WaitingFor.ClosingApproval(DormantQuarters),
        Stage.Closed => null,
        _ => throw new UnreachableException($"No rule for {Stage}"),
    };

    public ProviderState GetProviderState(string provider)
    {
        foreach (var standing in Providers)
        {
            if (standing.Provider == provider)
            {
                return standing;
            }
        }

        return new ProviderState(provider);
    }
}
