using System.Collections.Immutable;
using System.Text.Json;
using FollowUp.Application.Board;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>
/// Stores projects: snapshot, timeline, dossier, personal texts, outbox and idempotency records. Writers of one project are serialized by an
/// optimistic version check.
/// </summary>
/// <remarks>
/// <para>Thread-safe; several processes may use one store.</para>
/// <para>
/// A write that has returned survives a crash of the process and a power failure. A write that throws may have taken place, except where a
/// method says otherwise. All writes may be repeated.
/// </para>
/// <para>
/// Cancellation throws <see cref="OperationCanceledException"/>; a commit that is being written is not cancelled any more. Failures of the
/// storage pass through (<c>SqliteException</c>, <c>RequestFailedException</c>). Reading throws <see cref="JsonException"/> on a row that this
/// version does not know.
/// </para>
/// </remarks>
public interface IProjectStore
{
    /// <summary>Loads the snapshot of a project, with the record of its client where there is one.</summary>
    /// <returns>Null when there is no project with this id.</returns>
    ValueTask<StoredProject?> Load(string projectId, CancellationToken cancellation = default);

    /// <summary>Loads a project together with the idempotency record under a key of the same project.</summary>
    /// <returns>Null when there is no project. <see cref="StoredProject.IdempotencyRecord"/> is null when no request used the key.</returns>
    ValueTask<StoredProject?> LoadWithIdempotencyRecord(string projectId, string key, CancellationToken cancellation = default);

    /// <summary>Loads a project with its pending messages, both as they are at one instant.</summary>
    /// <returns>Null when there is no project with this id.</returns>
    ValueTask<ProjectWork?> LoadWork(string projectId, CancellationToken cancellation = default);

    /// <summary>
    /// Writes a commit in one transaction and brings the read models up to date: the database before it returns, the table store right after, with every
    /// read of this process waiting for it.
    /// </summary>
    /// <returns>
    /// False when nothing was written: the project is at another version, or its idempotency key is used already. The caller loads and decides
    /// again.
    /// </returns>
    /// <exception cref="OperationCanceledException">Cancelled before the write began: nothing was written.</exception>
    /// <remarks>The table store throws <c>CommitTooLargeException</c> for a commit beyond the limits of the service; nothing was written.</remarks>
    ValueTask<bool> TryCommit(Commit commit, CancellationToken cancellation = default);

    /// <summary>Loads an idempotency record.</summary>
    /// <returns>Null when no request of this project used the key.</returns>
    ValueTask<IdempotencyRecord?> FindIdempotencyRecord(string projectId, string key, CancellationToken cancellation = default);

    /// <summary>Writes the record of a request that changed nothing. The project's version stays.</summary>
    /// <returns>False when nothing was written: the key has a record, or there is no project.</returns>
    ValueTask<bool> AddIdempotencyRecord(string projectId, IdempotencyRecord record, CancellationToken cancellation = default);

    /// <summary>Loads the personal data of a project.</summary>
    /// <returns>Null when there is no project or its person was erased.</returns>
    ValueTask<Dossier?> LoadDossier(string projectId, CancellationToken cancellation = default);

    /// <summary>Reads the whole timeline, oldest first; empty when there is no project.</summary>
    IAsyncEnumerable<TimelineEntry> ReadTimeline(string projectId, CancellationToken cancellation = default);

    /// <summary>Loads the timeline entries from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="first">The lowest sequence number, included; sequence numbers begin at 1.</param>
    /// <param name="last">The highest sequence number, included.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>Oldest first; entries that do not exist are left out.</returns>
    ValueTask<ImmutableArray<TimelineEntry>> LoadEntries(string projectId, long first, long last, CancellationToken cancellation = default);

    /// <summary>Loads the personal texts of a project by their keys; erased ones are left out.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> LoadPersonalTexts(string projectId, CancellationToken cancellation = default);

    /// <summary>Loads the outbox of a project.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="pendingOnly">Leaves out messages that were sent or dropped.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>Oldest first; empty when there is no project.</returns>
    ValueTask<ImmutableArray<OutboxEntry>> LoadMessages(string projectId, bool pendingOnly, CancellationToken cancellation = default);

    /// <summary>Loads one message of the outbox.</summary>
    /// <returns>Null when there is none.</returns>
    ValueTask<OutboxEntry?> FindMessage(string projectId, string messageId, CancellationToken cancellation = default);

    /// <summary>Replaces the delivery state of a message. Does nothing when there is no such message. The project's version stays.</summary>
    ValueTask UpdateMessage(OutboxEntry entry, CancellationToken cancellation = default);

    /// <summary>
    /// Replaces the delivery states of messages of one project, as <see cref="UpdateMessage"/> does, and keeps the mails as they left, in one transaction where
    /// the store can. A mail is not kept once the person is erased, or where the project never had personal data. It may be repeated: the newest mail of a
    /// message counts.
    /// </summary>
    /// <param name="updates">Of one project, each of another message.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    ValueTask UpdateMessages(ImmutableArray<MessageUpdate> updates, CancellationToken cancellation = default);

    /// <summary>Loads what the text of a mail needs.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="seq">The sequence number of the event that caused the mail.</param>
    /// <param name="withTexts">Whether the mail may quote a personal text.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<MailSource> LoadMailSource(string projectId, long seq, bool withTexts, CancellationToken cancellation = default);

    /// <summary>Loads the mails that were kept, oldest first. Mails that left before an earlier version kept them are not there.</summary>
    ValueTask<ImmutableArray<SentMail>> LoadSentMails(string projectId, CancellationToken cancellation = default);

    /// <summary>Lists the ids of all projects, in no particular order. It reads the whole store: for rebuild, export and retention.</summary>
    IAsyncEnumerable<string> ListProjectIds(CancellationToken cancellation = default);

    /// <summary>Lists the newest entry of every project, in no particular order. It reads the whole store: for anchors.</summary>
    IAsyncEnumerable<ProjectHead> ListHeads(CancellationToken cancellation = default);

    /// <summary>
    /// One page of the projects that changed at an instant or later. The order is the store's own and stays the same from page to page. It reads a row of each
    /// project that follows <paramref name="after"/>, until the page is full.
    /// </summary>
    /// <param name="since">The newest entry of a project of the page happened then or later.</param>
    /// <param name="after">The id of the last project of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<ChangedProject>> ReadChanged(Instant since, string? after, int limit, CancellationToken cancellation = default);

    /// <summary>The names of the columns of a project's row that differ from its snapshot; empty when there is no project.</summary>
    ValueTask<ImmutableArray<string>> FindChangedColumns(string projectId, CancellationToken cancellation = default);

    /// <summary>
    /// Replaces the snapshot and the read models of a project, and adds the facts of the board that are missing. Does nothing when the stored version is
    /// another one. The project's version stays.
    /// </summary>
    /// <param name="project">The project as it was folded from its timeline.</param>
    /// <param name="facts">The facts of its whole timeline; default for none.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>False when nothing was written, because the stored version is another one.</returns>
    ValueTask<bool> Rebuild(Project project, ImmutableArray<BoardFact> facts = default, CancellationToken cancellation = default);

    /// <summary>Removes idempotency records whose key begins with <paramref name="prefix"/> and that were written before an instant.</summary>
    /// <returns>How many were removed; when it equals <paramref name="limit"/>, there may be more.</returns>
    ValueTask<int> DeleteIdempotencyRecords(string prefix, Instant before, int limit, CancellationToken cancellation = default);

    /// <summary>Removes idempotency records whose expiry is <paramref name="now"/> or earlier.</summary>
    /// <returns>How many were removed; when it equals <paramref name="limit"/>, there may be more.</returns>
    ValueTask<int> DeleteExpiredIdempotencyRecords(Instant now, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// Removes the personal texts, the mails as they left, the person's data in the index and, last, the dossier: while the dossier exists, the erasure is incomplete and
    /// is to be repeated.
    /// </summary>
    ValueTask ErasePerson(string projectId, CancellationToken cancellation = default);
}
