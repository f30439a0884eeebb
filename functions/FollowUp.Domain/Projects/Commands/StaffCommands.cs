using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Commands;

/// <summary>A command of the coordinator in charge or of a manager.</summary>
public abstract record StaffCommand : Command
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.Staff;
}

/// <summary>A phone call took place. It is recorded whatever its hour. The same outcome at the same instant is a repeat.</summary>
/// <param name="Outcome">What the call led to.</param>
/// <param name="At">When it took place: not after now, not before the submission, and at most a day before the latest call.</param>
/// <param name="Provider">The provider that the client named; required for <see cref="CallOutcome.TalkingTo"/> and <see cref="CallOutcome.Chose"/>.</param>
/// <param name="NotSerious">Why the project is not serious; <see cref="NotSeriousReason.Other"/> when absent.</param>
/// <param name="Reason">The reason in the words of staff.</param>
/// <param name="AgreedAt">When the client wants to be called back; required for <see cref="CallOutcome.CallBack"/>, within twelve months.</param>
/// <param name="Until">When the client wants to be asked again; required for <see cref="CallOutcome.NotNow"/>, within 24 months.</param>
/// <param name="Facts">Evidence of seriousness heard in the conversation.</param>
/// <param name="Note">A note that is added with the call.</param>
/// <param name="Direction">Who called. Every coordinator may record a call of the client whose outcome is no verdict and no ending.</param>
public sealed record RecordCall(
    CallOutcome Outcome,
    Instant At,
    string? Provider = null,
    NotSeriousReason? NotSerious = null,
    FreeText? Reason = null,
    Instant? AgreedAt = null,
    LocalDate? Until = null,
    Evidence Facts = Evidence.None,
    AddNote? Note = null,
    CallDirection Direction = CallDirection.Outbound) : StaffCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Direction == CallDirection.Inbound && Outcome.IsOpenToColleagues() ? Audience.Coordinators : Audience.Staff;

    /// <summary>What the client pays in euros, with <see cref="CallOutcome.Chose"/>; null when it is not known.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The id that the outcomes of one conversation about several projects of a person share: together they are one call. Null for another call.</summary>
    public string? Call { get; init; }
}

/// <summary>Adds a note to the timeline; every coordinator may. A repeat adds it again; the idempotency key of the request prevents that.</summary>
/// <param name="Text">The note.</param>
/// <param name="Visibility">Whether the follow-up feed may show it to providers.</param>
public sealed record AddNote(FreeText Text, Visibility Visibility) : StaffCommand
{
    /// <summary>Whether the author decided that the common words in a shared note are no names, so that providers read them.</summary>
    public bool AsWritten { get; init; }

    /// <inheritdoc/>
    public override Audience Audience => Audience.Coordinators;

    internal NoteAdded ToEvent() => new(Text, Visibility) { AsWritten = AsWritten ? true : null };
}

/// <summary>
/// Staff corrected how the client is reached; number and address themselves are in the dossier. It is no sign of life, and it is not taken back: a
/// correction is corrected by another one.
/// </summary>
/// <param name="Phone">Whether the phone number was corrected.</param>
/// <param name="Mail">Whether the mail address was corrected. A channel that a bounce had closed opens again.</param>
public sealed record CorrectContact(bool Phone, bool Mail) : StaffCommand;

/// <summary>
/// Writes to the client by mail. It is no relaunch and moves no plan. A closed project accepts it while a reply of the client waits for staff.
/// </summary>
/// <param name="Text">Subject and text (<see cref="WrittenMail"/>).</param>
public sealed record WriteToClient(FreeText Text) : StaffCommand;

/// <summary>Pauses the project. It is refused while the project is dormant.</summary>
/// <param name="Until">The day on which the pause ends: after today, within 24 months.</param>
/// <param name="Reason">Why, in the words of staff.</param>
/// <param name="EndsOnAnswer">Whether an answer of the client ends the pause.</param>
public sealed record Snooze(LocalDate Until, FreeText? Reason, bool EndsOnAnswer) : StaffCommand;

/// <summary>Sends a provider its good-chances notice: once, and only to a provider that acted and in which the client showed interest.</summary>
/// <param name="Provider">The provider's id.</param>
public sealed record SendGoodChances(string Provider) : StaffCommand;

/// <summary>Declines the question whether a provider may have its good-chances notice. The notice may still be sent later.</summary>
/// <param name="Provider">The provider's id.</param>
public sealed record DeclineGoodChances(string Provider) : StaffCommand;

/// <summary>Puts a coordinator in charge of the project.</summary>
/// <param name="Coordinator">The coordinator's id.</param>
public sealed record Assign(string Coordinator) : StaffCommand;

/// <summary>Answers <see cref="AskTakeOver"/>. The colleague who was asked takes the project over, even when a manager accepts for them.</summary>
/// <param name="Accepted">False declines.</param>
public sealed record TakeOver(bool Accepted) : StaffCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.StaffAndAskedColleague;
}

/// <summary>Closes the project as won or dead.</summary>
/// <param name="Outcome">Not <see cref="DeathReason.NoSignOfLife"/>, which takes an approval, and not <see cref="DeathReason.Erased"/>.</param>
/// <param name="Reason">
/// Why, in the words of staff; required for <see cref="DeathReason.Unreachable"/> before the cadence's attempts were made.
/// </param>
/// <param name="DuplicateOf">With <see cref="DeathReason.Duplicate"/>: the project that it is a duplicate of; null when none is named.</param>
/// <param name="OnWordOf">
/// Who says that a project was won; required for a provider that never acted on the project and that the client never named.
/// </param>
public sealed record Close(Outcome Outcome, FreeText? Reason = null, string? DuplicateOf = null, WordOf? OnWordOf = null) : StaffCommand;

/// <summary>Begins a new generation of a dead project whose client came back.</summary>
/// <param name="Reason">Why, in the words of staff.</param>
public sealed record Reopen(FreeText? Reason) : StaffCommand;

/// <summary>
/// Takes the last decision of the actor back within ten minutes, whatever it was, unless somebody else decided, the client acted or time took a
/// step since. The plan from before comes back. A manager may take back what others decided, and the client what they closed.
/// </summary>
public sealed record Undo : StaffCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Audience.StaffAndClosingClient;
}

/// <summary>Takes the last call back and records it again, in one decision. An actor who may take the call back may do this.</summary>
/// <param name="Call">The call as it was.</param>
public sealed record CorrectLastCall(RecordCall Call) : StaffCommand
{
    /// <inheritdoc/>
    public override Audience Audience => Call.Audience;
}

/// <summary>Answers a provider's question.</summary>
/// <param name="Question">The id of an open question.</param>
/// <param name="Text">The answer that is mailed to the provider.</param>
public sealed record AnswerQuestion(string Question, FreeText Text) : StaffCommand
{
    /// <summary>Whether the author decided that the common words in the answer are no names, so that the provider reads them.</summary>
    public bool AsWritten { get; init; }
}

/// <summary>Takes a note out of the follow-up feed, on a closed project too. Staff still read it. What is no shared note, or is withdrawn, is refused.</summary>
/// <param name="Note">The version of the note's event.</param>
public sealed record WithdrawNote(long Note) : StaffCommand;

/// <summary>Answers what the project asks of staff.</summary>
/// <param name="Approved">The answer.</param>
/// <param name="Decision">The id of the pending decision (<see cref="PendingDecision.Id"/>); null for the only one.</param>
public sealed record Approve(bool Approved, string? Decision = null) : StaffCommand;

/// <summary>Publishes a fact to the follow-up feed, or withholds it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Published">False withholds it.</param>
public sealed record ShareFact(SharedFact Fact, bool Published) : StaffCommand;
