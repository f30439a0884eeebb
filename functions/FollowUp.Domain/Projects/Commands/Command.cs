using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>Something that somebody wants to happen to one project. The doors make them, <see cref="Decider"/> answers them.</summary>
public abstract record Command;

/// <summary>A website posts a project. Names, numbers and descriptions stay in the dossier, apart from this.</summary>
/// <param name="Coordinator">Whom the department's assignment chose.</param>
/// <param name="MayCall">A company, or a private person whose consent to be called is recorded.</param>
public sealed record Submit(
    string ProjectId,
    string ClientId,
    ClientType ClientType,
    Language Language,
    string Category,
    bool MayCall,
    Evidence Evidence,
    LocalDate? Deadline,
    Instant SubmittedAt,
    string? Coordinator) : Command;

/// <summary>What came of a phone call.</summary>
public enum CallOutcome
{
    NoAnswer,
    Voicemail,
    Busy,
    WrongNumber,
    Serious,
    NotSerious,
    NeedsInformation,
    CallBack,
    RefusesContact,
    DoNotCall,
    StillLooking,
    TalkingTo,
    Chose,
    ChoseElsewhere,
    GaveUp,
    NotNow,
}

/// <summary>Why a project is not serious: the list that a coordinator picks from; words come in a note.</summary>
public enum NotSeriousReason
{
    NoRealNeed,
    NoBudget,
    JustCurious,
    Competitor,
    Test,
    Other,
}

/// <summary>A call took place. It is recorded whatever its hour.</summary>
/// <param name="At">When it took place; not after now.</param>
/// <param name="AgreedAt">When the client wants to be called back.</param>
/// <param name="Until">When the client wants to be asked again.</param>
/// <param name="Facts">Evidence heard in the conversation.</param>
public sealed record RecordCall(
    CallOutcome Outcome,
    Instant At,
    string? Provider = null,
    NotSeriousReason? NotSerious = null,
    FreeText? Reason = null,
    Instant? AgreedAt = null,
    LocalDate? Until = null,
    Evidence Facts = Evidence.None,
    AddNote? Note = null) : Command;

public enum Visibility
{
    Internal,
    Shared,
}

public sealed record AddNote(FreeText Text, Visibility Visibility) : Command;

public sealed record Snooze(LocalDate Until, FreeText? Reason, bool EndsOnAnswer) : Command;

public sealed record SendGoodChances(string Provider) : Command;

/// <summary>No to the question whether a provider may have its good-chances notice. It may still be sent later.</summary>
public sealed record DeclineGoodChances(string Provider) : Command;

public sealed record Assign(string Coordinator) : Command;

/// <summary>An absence begins (<paramref name="Staff"/> stands in) or ends (null).</summary>
public sealed record SetStandIn(string? Staff) : Command;

/// <summary>Nobody stands in for an absent coordinator: a colleague is asked to take this project over for the time.</summary>
/// <param name="Staff">Whom the department's assignment chose.</param>
public sealed record AskTakeOver(string Staff) : Command;

/// <summary>The answer to <see cref="AskTakeOver"/>, by the colleague or by a manager in their place.</summary>
public sealed record TakeOver(bool Accepted) : Command;

public sealed record Close(Outcome Outcome, FreeText? Reason = null) : Command;

public sealed record Reopen(FreeText? Reason) : Command;

public sealed record Undo : Command;

public sealed record AnswerQuestion(string Question, FreeText Text) : Command;

/// <summary>The answer to what the next action asks of staff.</summary>
public sealed record Approve(bool Approved) : Command;

/// <summary>Publishes a fact to the follow-up feed, or withholds it.</summary>
public sealed record ShareFact(SharedFact Fact, bool Published) : Command;

/// <summary>What a client may say of a project (product page, "In follow-up").</summary>
public enum ClientAnswer
{
    StillLooking,
    TalkingTo,
    Chose,
    ChoseElsewhere,
    GaveUp,
    NotNow,
    CallMe,
    LeaveMeAlone,
}

/// <summary>The client says where things stand, by a link or on the website.</summary>
public sealed record AnswerRelaunch(
    ClientAnswer Answer, string? Provider = null, LocalDate? Until = null, Instant? CallAt = null, decimal? Amount = null) : Command;

/// <summary>The client picks a slot to be called back.</summary>
public sealed record PickCallBack(Instant At) : Command;

/// <summary>The client corrected the phone number; the number itself is in the dossier.</summary>
public sealed record CorrectNumber : Command;

/// <summary>The client sends what was missing.</summary>
public sealed record GiveInformation(FreeText Text) : Command;

public sealed record OptOut(Channel Channel) : Command;

/// <summary>The client answered a mail in their own words. An automatic reply is none; the doors know it by its headers.</summary>
/// <param name="At">When it was written or came in; a repeat of the same instant is the same reply.</param>
public sealed record ReportReply(FreeText Text, Instant At) : Command;

public enum ProviderActionKind
{
    Proposal,
    Message,
    Quote,
    Visit,
}

public sealed record ReportProviderAction(string Provider, ProviderActionKind Kind, Instant At) : Command;

public enum SignalKind
{
    Message,
    Cancelled,
    Awarded,
}

/// <summary>What the client did on the website.</summary>
public sealed record ReportSignal(SignalKind Kind, string? Provider, Instant At, decimal? Amount = null) : Command;

public sealed record AskQuestion(string Question, string Provider, FreeText Text) : Command;

/// <summary>The mail service reports a hard bounce or a spam complaint.</summary>
public sealed record ReportMailRefused(bool Complaint) : Command;

/// <summary>Decides what time alone decides. Costs nothing when nothing is due.</summary>
public sealed record AdvanceTime : Command;

/// <summary>The person behind the project is erased.</summary>
public sealed record Erase : Command;
