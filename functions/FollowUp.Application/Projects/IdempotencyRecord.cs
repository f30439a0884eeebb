using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>The record of an answered request. It is written in the same transaction as what the request changed.</summary>
/// <param name="Key">See <see cref="IdempotencyKey.Key"/>.</param>
/// <param name="Digest">See <see cref="IdempotencyKey.Digest"/>.</param>
/// <param name="Version">The project's version after the request.</param>
/// <param name="At">When the request was answered.</param>
/// <param name="By">The id of the actor.</param>
/// <param name="Expires">From when on retention may remove it; null where the kind of its key decides that.</param>
/// <param name="Unchanged">The answer to a request that changed nothing; null for a request that was committed.</param>
/// <param name="Entries">How many timeline entries the request added; null in records of versions that did not store it.</param>
public sealed record IdempotencyRecord(
    string Key, string Digest, long Version, Instant At, string By, Instant? Expires = null, UnchangedAnswer? Unchanged = null, int? Entries = null);
