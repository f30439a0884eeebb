using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>A provider acted on the project.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Kind">What it did.</param>
/// <param name="At">When.</param>
public sealed record ProviderActed(string Provider, ProviderActionKind Kind, Instant At) : Event;

/// <summary>A provider had its good-chances notice.</summary>
/// <param name="Provider">The provider's id.</param>
public sealed record GoodChancesSent(string Provider) : Event;

/// <summary>Staff were asked whether a provider in which the client showed interest may have its good-chances notice.</summary>
/// <param name="Provider">The provider's id.</param>
public sealed record GoodChancesAsked(string Provider) : Event;

/// <summary>Staff declined the notice.</summary>
/// <param name="Provider">The provider's id.</param>
public sealed record GoodChancesDeclined(string Provider) : Event;

/// <summary>A provider asked the coordinator in charge.</summary>
/// <param name="Question">The id of the question.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Text">The question.</param>
/// <param name="DueAt">When the answer is due.</param>
public sealed record QuestionAsked(string Question, string Provider, FreeText Text, Instant DueAt) : Event;

/// <summary>A provider's question was answered.</summary>
/// <param name="Question">The id of the question.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Text">The answer.</param>
/// <param name="AsWritten">True when the author decided that the common words in the answer are no names; else null.</param>
public sealed record QuestionAnswered(string Question, string Provider, FreeText Text, bool? AsWritten = null) : Event;

/// <summary>A fact was published to the follow-up feed or withheld from it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Published">False when it was withheld.</param>
public sealed record FactShared(SharedFact Fact, bool Published) : Event;
