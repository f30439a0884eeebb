using System.Collections.Immutable;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>
/// Where projects live. One project is one partition with one writer at a time, held by an optimistic version check; a commit
/// is atomic and, once it returns, survives kill -9 and power loss.
/// </summary>
public interface IProjectStore
{
    ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation = default);

    /// <summary>Loads a project together with the idempotency record under a key of the same project.</summary>
    /// <returns>Null when there is no project. <see cref="StoredProject.IdempotencyRecord"/> is null when no request used the key.</returns>
    ValueTask<StoredProject?> LoadWithIdempotencyRecord(string projectId, string key, CancellationToken cancellation = default);

    /// <summary>Writes a decision and brings the read models up to date.</summary>
    /// <returns>False when the project is no longer at the expected version: nothing was written, decide again.</returns>
    ValueTask<bool> TryCommit(Commit commit, CancellationToken cancellation = default);

    ValueTask<IdempotencyRecord?> FindIdempotencyRecord(string projectId, string key, CancellationToken cancellation = default);

    /// <summary>Writes the receipt of a request that changed nothing, as a row of its own. Moves no version.</summary>
    /// <returns>False when there is a receipt under its key already: nothing was written.</returns>
    ValueTask<bool> AddReceipt(string projectId, IdempotencyRecord receipt, CancellationToken cancellation = default);

    ValueTask<Dossier?> LoadDossier(string projectId, CancellationToken cancellation = default);

    /// <summary>The whole timeline, oldest first.</summary>
    IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, CancellationToken cancellation = default);

    /// <summary>The timeline entries from sequence number <paramref name="first"/> to <paramref name="last"/>, both included; sequence numbers begin at 1.</summary>
    /// <returns>Oldest first; entries that do not exist are left out.</returns>
    ValueTask<ImmutableArray<TimelineEntry>> LoadEntries(string projectId, long first, long last, CancellationToken cancellation = default);

    /// <summary>Free text by its key; what was erased is absent.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> LoadPersonalTexts(string projectId, CancellationToken cancellation = default);

    /// <summary>The messages of a project, oldest first: pending ones, or all of them.</summary>
    ValueTask<ImmutableArray<OutboxEntry>> LoadMessages(string projectId, bool pendingOnly, CancellationToken cancellation = default);

    ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation = default);

    /// <summary>Writes down how far a message is. Moves no version.</summary>
    ValueTask UpdateMessage(OutboxEntry entry, CancellationToken cancellation = default);

    /// <summary>Every project id, in no order that matters; for rebuild, export and retention.</summary>
    IAsyncEnumerable<string> ListProjectIds(CancellationToken cancellation = default);

    /// <summary>
    /// Replaces the snapshot and the read models of a project by ones made anew from its timeline. Moves no version.
    /// </summary>
    ValueTask Rebuild(Project project, CancellationToken cancellation = default);

    /// <summary>Removes receipts whose key begins with this and that are older.</summary>
    /// <returns>How many; no more than the limit, of which there may be more.</returns>
    ValueTask<int> DeleteIdempotencyRecords(string prefix, Instant before, int limit, CancellationToken cancellation = default);

    /// <summary>Removes receipts that have expired.</summary>
    /// <returns>How many; no more than the limit, of which there may be more.</returns>
    ValueTask<int> ForgetExpiredReceipts(Instant now, int limit, CancellationToken cancellation = default);

    /// <summary>Removes the filed words, what the index holds of the person, and last the dossier: while that is there, it is not done.</summary>
    ValueTask ErasePerson(string projectId, CancellationToken cancellation = default);
}

public enum MessageState
{
    /// <summary>Owed.</summary>
    Pending,

    /// <summary>Handed to the courier; the answer is not known yet.</summary>
    Sending,

    /// <summary>Accepted by the courier.</summary>
    Sent,

    /// <summary>Overtaken by events, or nobody to send it to; <see cref="OutboxEntry.Note"/> says why.</summary>
    Dropped,
}

/// <summary>An owed message and how far it is.</summary>
/// <param name="DueAt">When to try (again): <see cref="OutboxMessage.NotBefore"/> at first. Once it left or was dropped: when that was.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Note">A code, never personal data.</param>
public sealed record OutboxEntry(OutboxMessage Message, MessageState State, Instant DueAt, int Attempts = 0, string? Note = null)
{
    public bool IsPending => State is MessageState.Pending or MessageState.Sending;
}
