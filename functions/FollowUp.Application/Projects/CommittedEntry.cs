using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Projects;

/// <summary>A timeline entry with its free text.</summary>
/// <param name="Recorded">The event. Its free text has <c>Text</c> set, or null where the text was erased.</param>
/// <param name="Kind">The event's stored name in kebab-case.</param>
/// <param name="Hash">See <see cref="TimelineEntry.Hash"/>.</param>
public sealed record CommittedEntry(RecordedEvent Recorded, string Kind, string Hash);
