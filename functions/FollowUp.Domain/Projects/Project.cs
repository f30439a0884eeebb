using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>
/// The state of one project: immutable, without personal data. <see cref="Evolution"/> folds its events into it, <see cref="Decider"/> decides
/// commands on it, <see cref="NextActionPlanner"/> plans its next action. It is stored as a snapshot of
/// one flat object.
/// </summary>
public sealed record Project
{
    // What every event changes. These are fields, so that the fold can set them on its own copy instead of copying the whole record once more.
    long version;
    Agenda agenda = Agenda.Empty;
    Instant? replyWaitsSince;
    Plan? plan;
    UndoPoint? undoPoint;
    FigureState? figures;

    /// <summary>The website's id of the project.</summary>
    public required string Id { get; init; }

    /// <summary>1 at first; one more each time that a dead project is reopened.</summary>
    public int Generation { get; init; } = 1;

    /// <summary>When this generation began; null in the first. A signal of the website from before it changes nothing.</summary>
    public Instant? ReopenedAt { get; init; }

    /// <summary>The number of events that this state is the fold of.</summary>
    public long Version { get => version; init => version = value; }

    /// <summary>Where the project stands on its path.</summary>
    public Phase Phase { get; init; }

    /// <summary>The step within the phase.</summary>
    public Stage Stage { get; init; }

    /// <summary>How and when the project was closed; null exactly when it is open.</summary>
    public Closing? Closing { get; init; }

    /// <summary>The website's id of the client.</summary>
    public required string ClientId { get; init; }

    /// <summary>Company or private person.</summary>
    public ClientType ClientType { get; init; }

    /// <summary>
    /// Whether the company is a sole trader, by what the website said: a person answers the phone, so the hours, the cap and the quiet days of private persons
    /// apply. No consent is asked for, since the request is a professional one.
    /// </summary>
    public bool IsSoleTrader { get; init; }

    /// <summary>Whose table of the cadence applies.</summary>
    public ClientType CalledAs => IsSoleTrader ? ClientType.Person : ClientType;

    /// <summary>The language of the client's mails and pages.</summary>
    public Language Language { get; init; }

    /// <summary>The category of service, as the website names it; null in snapshots of versions that did not store it.</summary>
    public string? Category { get; init; }

    /// <summary>The IANA id of the zone in which the client lives, by the place that the website gave or by the number; null for Paris.</summary>
    public string? TimeZone { get; init; }

    /// <summary>When the client posted the project.</summary>
    public Instant SubmittedAt { get; init; }

    /// <summary>Who follows the project.</summary>
    public required Staffing Staffing { get; init; }

    /// <summary>How the client may be reached.</summary>
    public required ContactRights Contact { get; init; }

    /// <summary>When staff were last asked whether to go on although the client wants to be left alone about another project; null when never.</summary>
    public Instant? ContinuationAskedAt { get; init; }

    /// <summary>When staff last confirmed that the client wants this project to go on; null when never.</summary>
    public Instant? ContinuationConfirmedAt { get; init; }

    /// <summary>When staff were asked whether to reopen the dead project; null when they are not asked.</summary>
    public Instant? ReopeningAskedAt { get; init; }

    /// <summary>Whether the number on file is known to be wrong, and was not corrected since.</summary>
    public bool IsNumberWrong { get; init; }

    /// <summary>The current cycle of attempts or relaunches.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>The dormancy of a dormant project, also after it was closed; null when there is none.</summary>
    public Dormancy? Dormancy { get; init; }

    /// <summary>The agreed call and the pause.</summary>
    public Agenda Agenda { get => agenda; init => agenda = value; }

    /// <summary>The newest call, signal and reply. They identify a repeat.</summary>
    public LatestReports Latest { get; init; } = LatestReports.None;

    /// <summary>Whether phone validation found the project serious.</summary>
    public bool Validated { get; init; }

    /// <summary>What is known of the project's seriousness.</summary>
    public Evidence Evidence { get; init; }

    /// <summary>The last contact that came from the person. The three years of the CNIL count from it.</summary>
    public Instant LastSignOfLife { get; init; }

    /// <summary>The version of the last sign of life of the open project. Relaunches that an earlier version caused are obsolete.</summary>
    public long LastSignOfLifeVersion { get; init; }

    /// <summary>Whether the person was erased.</summary>
    public bool Erased { get; init; }

    /// <summary>Since when a reply of the client waits for staff; null when none does.</summary>
    public Instant? ReplyWaitsSince { get => replyWaitsSince; init => replyWaitsSince = value; }

    /// <summary>The client's latest answer, for the follow-up feed.</summary>
    public ClientAnswer? LastClientAnswer { get; init; }

    /// <summary>When the client needs the service; null when it is not known.</summary>
    public LocalDate? ExpectedDate { get; init; }

    /// <summary>The providers that acted or that the client named, in the order of their first appearance.</summary>
    public ImmutableArray<ProviderState> Providers { get; init; } = [];

    /// <summary>Questions of providers without an answer, oldest first.</summary>
    public ImmutableArray<OpenQuestion> OpenQuestions { get; init; } = [];

    /// <summary>The ids of the questions that were answered. They identify a repeat.</summary>
    public ImmutableArray<string> AnsweredQuestions { get; init; } = [];

    /// <summary>The questions that were asked in the 24 hours before the newest one, oldest first.</summary>
    public ImmutableArray<RecentQuestion> RecentQuestions { get; init; } = [];

    /// <summary>The facts that the coordinator withholds from the follow-up feed.</summary>
    public ImmutableArray<SharedFact> WithheldFacts { get; init; } = [];

    /// <summary>
    /// The versions of the shared notes that were not withdrawn, oldest first; null in snapshots of versions that did not store it, until the timeline is folded
    /// again.
    /// </summary>
    public ImmutableArray<long>? SharedNotes { get; init; } = [];

    /// <summary>The next action, and when the driver gives <see cref="AdvanceTime"/>; null exactly when the project is closed.</summary>
    public Plan? Plan { get => plan; init => plan = value; }

    /// <summary>What an undo takes back; null when there is nothing to take back, or the person was erased.</summary>
    public UndoPoint? UndoPoint { get => undoPoint; init => undoPoint = value; }

    /// <summary>The newest decisions that were taken back, oldest first.</summary>
    public ImmutableArray<UndoneDecision> Undone { get; init; } = [];

    /// <summary>The newest note; null once it was struck out or can no longer be.</summary>
    public LastNote? LastNote { get; init; }

    /// <summary>What the board counts by; null in snapshots of versions that did not store it, until the timeline is folded again.</summary>
    public FigureState? Figures { get => figures; init => figures = value; }

    /// <summary>Whether staff must say whether the project goes on: its client wants to be left alone about another one.</summary>
    public bool IsContinuationPending => IsOpen && Contact.LeftAloneSince is { } since && ContinuationAskedAt >= since;

    /// <summary>Whether staff must say whether the dead project is reopened: its client did something on the website since.</summary>
    public bool IsReopeningPending => this is { Phase: Phase.Dead, Erased: false, ReopeningAskedAt: not null };

    /// <summary>How the project ended; null when it is open.</summary>
    public Outcome? Outcome => Closing?.Outcome;

    /// <summary>The next action; null when the project is closed.</summary>
    public NextAction? Next => Plan?.Next;

    /// <summary>When the driver gives <see cref="AdvanceTime"/>; null when the project is closed.</summary>
    public Instant? WakeAt => Plan?.WakeAt;

    /// <summary>Whether the project is neither won nor dead.</summary>
    public bool IsOpen => Phase is not (Phase.Won or Phase.Dead);

    /// <summary>The id of the coordinator; null while the department has none.</summary>
    public string? Coordinator => Staffing.Coordinator;

    /// <summary>The id of the stand-in during an absence, else of the coordinator; null while the department has no coordinator.</summary>
    public string? InCharge => Staffing.InCharge;

    /// <summary>The id of who has to act: <see cref="InCharge"/>, or <see cref="NextAction.ByManager"/> when that is null.</summary>
    public string Responsible => InCharge ?? NextAction.ByManager;

    /// <summary>
    /// The staff member whose queue shows the project although it is none of their open projects: the colleague who was asked to take it over,
    /// or the responsible one of a closed project whose client wrote again or came back on the website, or about which a provider asks. Null when there is
    /// none.
    /// </summary>
    public string? StaffOutsideQueue => IsOpen ? Staffing.TakeOverAskedOf
        : ReplyWaitsSince is null && OpenQuestions.IsEmpty && !IsReopeningPending ? null
        : Responsible;

    /// <summary>
    /// Whether the project is closed and the closing can still be taken back by staff, so that nobody outside reads of it yet. What the client
    /// decided, also on the website, is no secret to them.
    /// </summary>
    public bool IsClosingHeld(Instant now) => Closing is { } closing && !Erased
        && UndoPoint is { Role: Role.Coordinator or Role.Manager or Role.System } point && now < point.Until
        && point.First <= closing.Version && closing.Version <= point.Last;

    /// <summary>The project as the client, providers and the website may see it: without a closing that can still be taken back.</summary>
    public Project GetVisible(Instant now) => IsClosingHeld(now) ? UndoPoint!.Before : this;

    /// <summary>
    /// Whether an actor may take the last decision back now. What no staff member decided is taken back by the staff member in charge, and
    /// by no colleague.
    /// </summary>
    public bool IsUndoOpenTo(Actor actor, Instant now) => UndoPoint is { } point && now < point.Until
        && point.IsOpenTo(actor) && (actor.Id == point.By || !Charter.IsColleague(this, actor));

    /// <summary>Sets in place what every event changes. Only for a copy that nothing else refers to yet.</summary>
    internal Project Complete(long newVersion, Agenda newAgenda, Instant? newReplyWaitsSince, Plan? newPlan, UndoPoint? newUndoPoint, FigureState? newFigures)
    {
        (version, agenda, replyWaitsSince, plan, undoPoint, figures) = (newVersion, newAgenda, newReplyWaitsSince, newPlan, newUndoPoint, newFigures);
        return this;
    }

    /// <summary>Sets a new plan in place. Only for a copy that nothing else refers to yet.</summary>
    internal void SetPlan(Plan newPlan) => plan = newPlan;

    /// <summary>What the project waits for; null when it is closed.</summary>
    public WaitingFor? WaitingFor => PlanInputs.WaitingFor;

    /// <summary>All that the next action depends on.</summary>
    internal PlanInputs PlanInputs => new(
        Id, ClientType, CalledAs, Generation, Phase, GetStep(), Agenda, Cycle, GetWorkingContact(), HasSignOfLife: LastSignOfLifeVersion > 1,
        IsContinuationPending ? ContinuationAskedAt : null, TimeZone, Category,
        DormantSinceContact: Phase == Phase.Dormant ? LastSignOfLife : null,
        IsPauseAskedFor: LastClientAnswer == ClientAnswer.NotNow);

    /// <summary>A wrong number is as good as no permission to call.</summary>
    ContactRights GetWorkingContact() => IsNumberWrong ? Contact with { MayCall = false, MayRelaunchByPhone = false } : Contact;

    WaitingFor? GetStep() => Stage switch
    {
        Stage.Reaching or Stage.InformationGiven when IsNumberWrong => new WaitingFor.RightNumber(),
        Stage.Reaching => new WaitingFor.NextAttempt(Cycle.Attempts, InformationArrived: false),
        Stage.InformationGiven => new WaitingFor.NextAttempt(Cycle.Attempts, InformationArrived: true),
        Stage.InformationAsked => new WaitingFor.Information(),
        Stage.LastMailSent => new WaitingFor.AnswerToLastMail(),
        Stage.Relaunching => new WaitingFor.NextRelaunch(Cycle.UnansweredContacts),
        Stage.Warned => new WaitingFor.AnswerToWarning(),
        Stage.Asleep => new WaitingFor.NextQuarter(Dormancy!.Since, Dormancy.Quarters),
        Stage.ApprovalAsked => new WaitingFor.ClosingApproval(Dormancy!.Quarters),
        Stage.Closed => null,
        _ => throw new UnreachableException($"No rule for {Stage}."),
    };

    /// <summary>Whether a version is that of a shared note that was not withdrawn; true where the snapshot does not say.</summary>
    /// <param name="version">The version of an event.</param>
    public bool HasSharedNote(long version) => SharedNotes?.Contains(version) ?? true;

    /// <summary>The state of one provider; a blank one when the provider has not appeared on this project.</summary>
    public ProviderState GetProviderState(string provider)
    {
        foreach (var state in Providers)
        {
            if (state.Provider == provider)
            {
                return state;
            }
        }

        return new ProviderState(provider);
    }
}
