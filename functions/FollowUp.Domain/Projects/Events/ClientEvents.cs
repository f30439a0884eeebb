using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>The client said where the project stands: a sign of life.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Provider">The provider that the client named.</param>
/// <param name="Until">When the client wants to be asked again.</param>
public sealed record ClientAnswered(ClientAnswer Answer, string? Provider, LocalDate? Until) : Event;

/// <summary>The client acted on the website: a sign of life.</summary>
/// <param name="Kind">What the client did.</param>
/// <param name="Provider">The provider that it concerns.</param>
/// <param name="At">When.</param>
public sealed record ClientSignalled(SignalKind Kind, string? Provider, Instant At) : Event;

/// <summary>The client answered a mail in their own words: a sign of life, also on a closed project.</summary>
/// <param name="Text">The reply without the quoted mail.</param>
/// <param name="At">When it was written or received.</param>
public sealed record ClientReplied(FreeText Text, Instant At) : Event;

/// <summary>A way to reach the client is closed.</summary>
/// <param name="Channel">Mail or phone.</param>
/// <param name="By">What closed it.</param>
/// <param name="QuietUntil">The end of the quiet period; null when there is none.</param>
public sealed record ChannelClosed(Channel Channel, ChannelClosedBy By, Instant? QuietUntil = null) : Event;

/// <summary>A way to reach the client that a bounce had closed is open again: the client wrote from that address, or staff corrected it.</summary>
/// <param name="Channel">Mail.</param>
public sealed record ChannelOpened(Channel Channel) : Event;

/// <summary>A pause began.</summary>
/// <param name="Until">The day on which it ends.</param>
/// <param name="Reason">Why, in the words of staff.</param>
/// <param name="EndsOnAnswer">Whether an answer of the client ends it.</param>
public sealed record Snoozed(LocalDate Until, FreeText? Reason, bool EndsOnAnswer) : Event;

/// <summary>A pause ended.</summary>
/// <param name="ByAnswer">Whether an answer of the client ended it.</param>
/// <param name="CallAt">When the client is called now; null when a mail leaves or an answer ended the pause.</param>
public sealed record SnoozeEnded(bool ByAnswer, Instant? CallAt = null) : Event;

/// <summary>Staff added a note.</summary>
/// <param name="Text">The note.</param>
/// <param name="Visibility">Whether the follow-up feed may show it.</param>
/// <param name="AsWritten">True when the author decided that the common words in a shared note are no names; else null.</param>
public sealed record NoteAdded(FreeText Text, Visibility Visibility, bool? AsWritten = null) : Event;

/// <summary>A consent to be called was given or withdrawn.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Given">False when it was withdrawn.</param>
/// <param name="At">When it was given or withdrawn.</param>
/// <param name="Source">Where, such as a form of the website.</param>
/// <param name="Wording">The sentence that the person agreed to; null for a withdrawal without words.</param>
/// <param name="Version">The version of the form; null when that is not known.</param>
/// <param name="Months">How long a consent is valid without a contact of the person, in months.</param>
public sealed record ConsentRecorded(
    ConsentScope Scope, bool Given, Instant At, string? Source, FreeText? Wording, string? Version, int Months = PersonRules.DefaultConsentMonths) : Event;

/// <summary>The person’s other projects changed how the client may be contacted about this one.</summary>
/// <param name="Contact">The contact rights from now on.</param>
public sealed record ContactUpdated(ContactRights Contact) : Event;
