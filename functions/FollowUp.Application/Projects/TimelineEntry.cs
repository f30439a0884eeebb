using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>An event as it is stored.</summary>
/// <param name="Seq">The project's version after the event, from 1 on without gaps.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Kind">The event's stored name in kebab-case.</param>
/// <param name="Json">The <see cref="RecordedEvent"/> as JSON; free text is replaced by its key.</param>
/// <param name="Hash">SHA-256 over the hash of the entry before and <paramref name="Json"/>, lower-case hex.</param>
public sealed record TimelineEntry(long Seq, Instant At, string Kind, string Json, string Hash);
