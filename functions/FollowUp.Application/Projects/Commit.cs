using System.Collections.Immutable;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>One decision on its way to the store: all of it is written, or nothing.</summary>
/// <param name="After">The snapshot after the events.</param>
/// <param name="ExpectedVersion">The version that was decided on; 0 for a new project.</param>
/// <param name="Timeline">The new events, serialized and chained.</param>
/// <param name="Messages">What the events owe to the outside.</param>
/// <param name="Dossier">The personal data, when they are new or changed.</param>
/// <param name="PersonalTexts">Free text to file.</param>
/// <param name="IdempotencyRecord">Makes a repeat of this request recognisable.</param>
public sealed record Commit(
    Project After,
    long ExpectedVersion,
    ImmutableArray<TimelineEntry> Timeline,
    ImmutableArray<OutboxMessage> Messages,
    Dossier? Dossier,
    ImmutableArray<PersonalText> PersonalTexts,
    IdempotencyRecord? IdempotencyRecord);

/// <summary>An event as it is stored.</summary>
/// <param name="Kind">The event's name in kebab-case.</param>
/// <param name="Json">The whole <see cref="RecordedEvent"/>, free text replaced by its key.</param>
/// <param name="Hash">SHA-256 over the hash of the entry before and <paramref name="Json"/>, lower-case hex.</param>
public sealed record TimelineEntry(long Seq, Instant At, string Kind, string Json, string Hash);

/// <summary>Proof that a request was taken: an idempotency key or a spent link.</summary>
/// <param name="Digest">Of the request; another request under the same key is an error.</param>
/// <param name="Version">The project's version after it: the answer is the project as of then.</param>
/// <param name="Expires">When retention may remove it; null where the kind of its key says so.</param>
/// <param name="Unchanged">What a request that changed nothing was answered; null for one that was committed.</param>
public sealed record IdempotencyRecord(
    string Key, string Digest, long Version, Instant At, string By, Instant? Expires = null, UnchangedAnswer? Unchanged = null);

/// <summary>The answer to a request that changed nothing.</summary>
/// <param name="Refusal">Null when the answer was the project as it stood.</param>
public sealed record UnchangedAnswer(Refusal? Refusal);

/// <summary>A project as loaded.</summary>
/// <param name="Head">The hash of the newest timeline entry.</param>
public sealed record StoredProject(Project Project, string Head);
