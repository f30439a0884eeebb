using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>
/// Something that happened to a project: the timeline that people read, and all that a project is made of. Events hold no
/// personal data; free text is <see cref="FreeText"/>. They are stored: fields are added, never renamed or taken away.
/// </summary>
public abstract record Event;

/// <summary>An event in its place on the timeline.</summary>
/// <param name="Seq">1 for the first; the project's version once it is applied.</param>
/// <param name="Plan">What is next from here on; null when the event leaves that to the one after it, or the project is closed.</param>
public sealed record RecordedEvent(long Seq, Instant At, Role Role, string By, Event Event, Plan? Plan = null);

public sealed record ProjectSubmitted(
    string ProjectId, string ClientId, ClientType ClientType, Language Language, string Category, bool MayCall, Evidence Evidence,
    LocalDate? Deadline, Instant SubmittedAt, int CadenceVersion) : Event;

public sealed record CoordinatorAssigned(string? Coordinator, bool ByAssignment) : Event;

public sealed record StandInStarted(string Staff) : Event;

public sealed record StandInEnded : Event;

public sealed record TakeOverAsked(string Staff) : Event;

public sealed record TakeOverDeclined(string Staff) : Event;

/// <summary>Nobody was reached.</summary>
/// <param name="Attempt">Which try of this cycle, from 1; 0 outside phone validation.</param>
/// <param name="Last">No further try follows.</param>
/// <param name="MailFollows">A mail says "we tried to reach you".</param>
/// <param name="OutsideRules">It took place outside the allowed hours or over the cap, and is recorded all the same.</param>
/// <param name="Relaunch">Which relaunch of this cycle it was, from 1; 0 when it was none.</param>
/// <param name="Warning">The relaunch was the warning before dormancy.</param>
public sealed record CallMissed(
    CallOutcome Outcome, Instant At, int Attempt, bool Last, bool MailFollows, bool OutsideRules,
    int Relaunch = 0, bool Warning = false) : Event;

/// <summary>A call fell due and nobody made it.</summary>
public sealed record CallOverdue : Event;

/// <summary>The client was reached by phone: a sign of life.</summary>
public sealed record ClientReached(
    CallOutcome Outcome, Instant At, string? Provider, LocalDate? Until, Evidence Facts, bool OutsideRules) : Event;

/// <summary>An attempt at phone validation that could only be a mail.</summary>
public sealed record AttemptMailed(int Attempt, bool Last) : Event;

public sealed record ProjectValidated : Event;

public sealed record InformationRequested(FreeText? What) : Event;

public sealed record InformationGiven(FreeText Text) : Event;

public sealed record InformationAwaitedInVain : Event;

public sealed record CallAgreed(Instant At) : Event;

public sealed record NumberCorrected : Event;

/// <summary>A relaunch went out by mail, by itself.</summary>
/// <param name="Number">Which one of this cycle, from 1.</param>
/// <param name="InsteadOfCall">The phone task stayed undone for too long.</param>
public sealed record RelaunchMailed(int Number, RelaunchKind Kind, bool InsteadOfCall = false) : Event;

public enum RelaunchKind
{
    First,
    Later,
    Warning,
    AfterSnooze,
}

/// <summary>A relaunch fell due and no channel is left to make it by.</summary>
public sealed record RelaunchSkipped(int Number, bool Warning) : Event;

public sealed record WentDormant : Event;

public sealed record LightMailSent(int Quarter) : Event;

/// <summary>A quarter of dormancy passed without a mail, for lack of a channel.</summary>
public sealed record QuarterPassed(int Quarter) : Event;

public sealed record Woke : Event;

public sealed record ApprovalAsked(int Quarter) : Event;

public sealed record ApprovalLapsed : Event;

public sealed record ApprovalDeclined : Event;

public sealed record ClientAnswered(ClientAnswer Answer, string? Provider, LocalDate? Until) : Event;

public sealed record ClientSignalled(SignalKind Kind, string? Provider, Instant At) : Event;

/// <summary>The client answered a mail in their own words.</summary>
public sealed record ClientReplied(FreeText Text, Instant At) : Event;

/// <summary>A way to reach the client is closed.</summary>
/// <param name="QuietUntil">No contact at all before then.</param>
public sealed record ChannelClosed(Channel Channel, ChannelClosedBy By, Instant? QuietUntil = null) : Event;

public enum ChannelClosedBy
{
    OptOut,
    DoNotCall,
    Bounce,
    Complaint,
}

public sealed record Snoozed(LocalDate Until, FreeText? Reason, bool EndsOnAnswer) : Event;

/// <summary>A pause is over.</summary>
/// <param name="CallAt">When the client is called now that it is; null when a mail goes out or an answer ended it.</param>
public sealed record SnoozeEnded(bool ByAnswer, Instant? CallAt = null) : Event;

public sealed record NoteAdded(FreeText Text, Visibility Visibility) : Event;

public sealed record ProviderActed(string Provider, ProviderActionKind Kind, Instant At) : Event;

public sealed record GoodChancesSent(string Provider) : Event;

/// <summary>The client wants a provider who came forward: staff are asked whether to tell it.</summary>
public sealed record GoodChancesAsked(string Provider) : Event;

public sealed record GoodChancesDeclined(string Provider) : Event;

public sealed record QuestionAsked(string Question, string Provider, FreeText Text, Instant DueAt) : Event;

public sealed record QuestionAnswered(string Question, string Provider, FreeText Text) : Event;

public sealed record FactShared(SharedFact Fact, bool Published) : Event;

public sealed record ProjectClosed(Outcome Outcome, ClosedFor For, FreeText? Reason = null, NotSeriousReason? NotSerious = null) : Event;

/// <summary>On whose word a project was closed.</summary>
public enum ClosedFor
{
    Staff,
    Client,
    Website,
    Silence,
}

public sealed record ProjectReopened(int Generation, FreeText? Reason, int CadenceVersion) : Event;

public sealed record ClosingUndone : Event;

/// <summary>The personal data are gone; the timeline and the figures stay.</summary>
public sealed record PersonErased : Event;

/// <summary>The department changed the cadence and this project's new cycle takes it.</summary>
public sealed record CadenceTaken(int Version) : Event;
