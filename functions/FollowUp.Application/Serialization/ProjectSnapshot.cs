using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The stored form of a <see cref="Project"/>: one flat object, in this order and under these names, which never change. A field may be added;
/// one with its default is not stored, and an absent one reads as its default.
/// </summary>
sealed record ProjectSnapshot
{
    public required string Id { get; init; }

    public int Generation { get; init; } = 1;

    public long Version { get; init; }

    public Phase Phase { get; init; }

    public Stage Stage { get; init; }

    public Outcome? Outcome { get; init; }

    public required string ClientId { get; init; }

    public ClientType ClientType { get; init; }

    public Language Language { get; init; }

    public Instant SubmittedAt { get; init; }

    public string? Coordinator { get; init; }

    public string? StandIn { get; init; }

    public string? TakeOverAskedOf { get; init; }

    public int CadenceVersion { get; init; }

    public required ContactRights Contact { get; init; }

    public int Attempts { get; init; }

    [JsonPropertyName("silent")]
    public int UnansweredContacts { get; init; }

    [JsonPropertyName("anchor")]
    public Instant CycleStartedAt { get; init; }

    public Instant? DormantSince { get; init; }

    [JsonPropertyName("quarters")]
    public int DormantQuarters { get; init; }

    public SnoozeUntil? Snooze { get; init; }

    public Instant? CallAgreedAt { get; init; }

    public Instant? CallAfterPause { get; init; }

    public LastCall? LastCall { get; init; }

    public bool Validated { get; init; }

    public Evidence Evidence { get; init; }

    public Instant LastSignOfLife { get; init; }

    [JsonPropertyName("lastSignOfLifeBy")]
    public long LastSignOfLifeVersion { get; init; }

    public bool Erased { get; init; }

    public LastSignal? LastSignal { get; init; }

    public Instant? LastReplyAt { get; init; }

    public LastConsent? LastConsent { get; init; }

    public Instant? ReplyWaitsSince { get; init; }

    [JsonPropertyName("lastSaid")]
    public ClientAnswer? LastClientAnswer { get; init; }

    public LocalDate? ExpectedDate { get; init; }

    public ImmutableArray<ProviderState> Providers { get; init; } = [];

    [JsonPropertyName("questions")]
    public ImmutableArray<OpenQuestion> OpenQuestions { get; init; } = [];

    [JsonPropertyName("answered")]
    public ImmutableArray<string> AnsweredQuestions { get; init; } = [];

    public ImmutableArray<RecentQuestion> RecentQuestions { get; init; } = [];

    [JsonPropertyName("withheld")]
    public ImmutableArray<SharedFact> WithheldFacts { get; init; } = [];

    public ImmutableArray<long>? SharedNotes { get; init; }

    public NextAction? Next { get; init; }

    public Instant? WakeAt { get; init; }

    public Instant? ClosedAt { get; init; }

    [JsonPropertyName("closedBy")]
    public long ClosedVersion { get; init; }

    public bool ClosedByClient { get; init; }

    public Instant? ReopenedAt { get; init; }

    /// <summary>What an undo of a closing put back in earlier versions. It is read and not written.</summary>
    public StoredClosingUndo? BeforeClosing { get; init; }

    public bool NumberWrong { get; init; }

    public StoredUndoPoint? Undo { get; init; }

    public ImmutableArray<UndoneDecision> Undone { get; init; } = [];

    public LastNote? LastNote { get; init; }

    public Instant? ContinuationAskedAt { get; init; }

    public Instant? ContinuationConfirmedAt { get; init; }

    public Instant? ReopeningAskedAt { get; init; }

    public string? TimeZone { get; init; }

    public string? Category { get; init; }

    public Instant? MissedCallAt { get; init; }

    public bool InformationMissing { get; init; }

    public bool SoleTrader { get; init; }

    public FigureState? Figures { get; init; }

    public static ProjectSnapshot Of(Project p) => new()
    {
        Id = p.Id,
        Generation = p.Generation,
        Version = p.Version,
        Phase = p.Phase,
        Stage = p.Stage,
        Outcome = p.Closing?.Outcome,
        ClientId = p.ClientId,
        ClientType = p.ClientType,
        Language = p.Language,
        SubmittedAt = p.SubmittedAt,
        Coordinator = p.Staffing.Coordinator,
        StandIn = p.Staffing.StandIn,
        TakeOverAskedOf = p.Staffing.TakeOverAskedOf,
        CadenceVersion = p.Cycle.CadenceVersion,
        Contact = p.Contact,
        Attempts = p.Cycle.Attempts,
        UnansweredContacts = p.Cycle.UnansweredContacts,
        CycleStartedAt = p.Cycle.StartedAt,
        DormantSince = p.Dormancy?.Since,
        DormantQuarters = p.Dormancy?.Quarters ?? 0,
        Snooze = p.Agenda.Snooze,
        CallAgreedAt = p.Agenda.AgreedCall,
        CallAfterPause = p.Agenda.CallAfterPause,
        LastCall = p.Latest.Call,
        Validated = p.Validated,
        Evidence = p.Evidence,
        LastSignOfLife = p.LastSignOfLife,
        LastSignOfLifeVersion = p.LastSignOfLifeVersion,
        Erased = p.Erased,
        LastSignal = p.Latest.Signal,
        LastReplyAt = p.Latest.ReplyAt,
        LastConsent = p.Latest.Consent,
        ReplyWaitsSince = p.ReplyWaitsSince,
        LastClientAnswer = p.LastClientAnswer,
        ExpectedDate = p.ExpectedDate,
        Providers = p.Providers,
        OpenQuestions = p.OpenQuestions,
        AnsweredQuestions = p.AnsweredQuestions,
        RecentQuestions = p.RecentQuestions,
        WithheldFacts = p.WithheldFacts,
        SharedNotes = p.SharedNotes,
        Next = p.Plan?.Next,
        WakeAt = p.Plan?.WakeAt,
        ClosedAt = p.Closing?.At,
        ClosedVersion = p.Closing?.Version ?? 0,
        ClosedByClient = p.Closing?.ByClient ?? false,
        ReopenedAt = p.ReopenedAt,
        NumberWrong = p.IsNumberWrong,
        Undo = p.UndoPoint is { } undo ? new StoredUndoPoint(undo.Role, undo.By, undo.At, undo.First, undo.Last, Of(undo.Before)) { Notice = undo.IsNotice } : null,
        Undone = p.Undone,
        LastNote = p.LastNote,
        ContinuationAskedAt = p.ContinuationAskedAt,
        ContinuationConfirmedAt = p.ContinuationConfirmedAt,
        ReopeningAskedAt = p.ReopeningAskedAt,
        TimeZone = p.TimeZone,
        Category = p.Category,
        MissedCallAt = p.Agenda.MissedCall,
        InformationMissing = p.Cycle.IsInformationMissing,
        SoleTrader = p.IsSoleTrader,
        Figures = p.Figures,
    };

    public Project ToProject()
    {
        var project = CreateProject();
        return Undo is { } undo
            ? project with { UndoPoint = new UndoPoint(undo.Role, undo.By, undo.At, undo.First, undo.Last, undo.Before.ToProject()) { IsNotice = undo.Notice } }
            : BeforeClosing is { } before && project.Closing is { } closing
                ? project with
                {
                    UndoPoint = new UndoPoint(
                        Role.System, NextAction.ByTime, closing.At, closing.Version, closing.Version,
                        project with { Closing = null, Phase = before.Phase, Stage = before.Stage, Plan = null }),
                }
                : project;
    }

    Project CreateProject() => new()
    {
        Id = Id,
        Generation = Generation,
        ReopenedAt = ReopenedAt,
        Version = Version,
        Phase = Phase,
        Stage = Stage,
        ClientId = ClientId,
        ClientType = ClientType,
        IsSoleTrader = SoleTrader,
        Language = Language,
        SubmittedAt = SubmittedAt,
        Staffing = new Staffing(Coordinator, StandIn, TakeOverAskedOf),
        Contact = Contact,
        IsNumberWrong = NumberWrong,
        Cycle = new Cycle(CadenceVersion, CycleStartedAt, Attempts, UnansweredContacts) { IsInformationMissing = InformationMissing },
        Dormancy = DormantSince is { } since ? new Dormancy(since, DormantQuarters) : null,
        Agenda = (CallAgreedAt, Snooze, CallAfterPause) is (null, null, null) ? Agenda.Empty : new Agenda(CallAgreedAt, Snooze, CallAfterPause) { MissedCall = MissedCallAt },
        Latest = new LatestReports(LastCall, LastSignal, LastReplyAt, LastConsent),
        Validated = Validated,
        Evidence = Evidence,
        LastSignOfLife = LastSignOfLife,
        LastSignOfLifeVersion = LastSignOfLifeVersion,
        Erased = Erased,
        ReplyWaitsSince = ReplyWaitsSince,
        LastClientAnswer = LastClientAnswer,
        ExpectedDate = ExpectedDate,
        Providers = Providers,
        OpenQuestions = OpenQuestions,
        AnsweredQuestions = AnsweredQuestions,
        RecentQuestions = RecentQuestions,
        WithheldFacts = WithheldFacts,
        SharedNotes = SharedNotes,
        Plan = (Next, WakeAt) is ({ } next, { } wakeAt) ? new Plan(next, wakeAt) : null,
        Closing = (Outcome, ClosedAt) is ({ } outcome, { } at) ? new Closing(outcome, at, ClosedVersion, ClosedByClient) : null,
        Undone = Undone,
        LastNote = LastNote,
        ContinuationAskedAt = ContinuationAskedAt,
        ContinuationConfirmedAt = ContinuationConfirmedAt,
        ReopeningAskedAt = ReopeningAskedAt,
        TimeZone = TimeZone,
        Category = Category,
        Figures = Figures,
    };
}
