using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>Everything that one command writes. A store writes all of it or nothing.</summary>
/// <param name="After">The snapshot after the events.</param>
/// <param name="ExpectedVersion">The version that the command was decided on; 0 for a new project.</param>
/// <param name="Timeline">The new events, serialized and chained.</param>
/// <param name="Messages">The messages that the events require to be sent.</param>
/// <param name="Dossier">The personal data when they are new or changed, otherwise null.</param>
/// <param name="PersonalTexts">The free text of the events.</param>
/// <param name="IdempotencyRecord">The record of the request; null for a request without a key.</param>
public sealed record Commit(
    Project After,
    long ExpectedVersion,
    ImmutableArray<TimelineEntry> Timeline,
    ImmutableArray<OutboxMessage> Messages,
    Dossier? Dossier,
    ImmutableArray<PersonalText> PersonalTexts,
    IdempotencyRecord? IdempotencyRecord)
{
    /// <summary>
    /// The change of the client's record over all their projects; null when the events do not concern it. SQLite writes both in one transaction; the
    /// table store writes the person first, and withdraws it when the project's transaction is lost.
    /// </summary>
    public PersonChange? Person { get; init; }

    /// <summary>The signature of the newest entry (<see cref="Integrity.HeadSignature"/>); null without a key.</summary>
    public string? Signature { get; init; }

    /// <summary>What the events count for on the board.</summary>
    public ImmutableArray<BoardFact> Facts { get; init; } = [];
}
