using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Projects.Events;

/// <summary>A call with a provider took place.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Reached">Whether somebody was reached.</param>
/// <param name="Direction">Who called.</param>
/// <param name="Text">What was said.</param>
/// <param name="Visibility">Whether the provider's own page shows the words.</param>
/// <param name="AsWritten">True when the author decided that the common words in shared words are no names; else null.</param>
public sealed record ProviderCalled(
    string Provider, bool Reached, CallDirection Direction, FreeText Text, Visibility Visibility, bool? AsWritten = null) : Event;

/// <summary>A provider was handed over to the coordinator in charge.</summary>
/// <param name="Question">The id to answer it by.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Text">What it is about.</param>
/// <param name="DueAt">When the answer is due.</param>
public sealed record ProviderHandedOver(string Question, string Provider, FreeText Text, Instant DueAt) : Event;
