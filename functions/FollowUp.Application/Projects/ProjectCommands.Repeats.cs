using System.Collections.Immutable;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Projects;

// Repeats: what a request under a known idempotency key is answered.
public sealed partial class ProjectCommands
{
    /// <summary>The loaded project with the record of this key, and with none without a key.</summary>
    async ValueTask<StoredProject?> AddIdempotencyRecord(StoredProject loaded, IdempotencyKey? idempotencyKey, CancellationToken cancellation) =>
        loaded.IdempotencyRecord?.Key == idempotencyKey?.Key ? loaded : loaded with
        {
            IdempotencyRecord = idempotencyKey is null ? null : await store.FindIdempotencyRecord(loaded.Project.Id, idempotencyKey.Key, cancellation),
        };

    /// <summary>The answer to a repeat: that of the first request under the key.</summary>
    /// <param name="mayHaveCreated">The request is a submission: when it was committed, it created the project.</param>
    async Task<CommandResult> Repeat(
        StoredProject current, IdempotencyRecord record, IdempotencyKey idempotencyKey, bool mayHaveCreated, CancellationToken cancellation)
    {
        if (record.Digest != idempotencyKey.Digest)
        {
            return new CommandResult.KeyReused();
        }

        if (record.Unchanged?.Refusal is { } refusal)
        {
            return new CommandResult.Refused(refusal);
        }

        // Without newer entries the snapshot is the project of that time; otherwise it is folded again from the timeline.
        var isCurrent = record.Version == current.Project.Version;
        var first = record.Entries is { } count && isCurrent ? record.Version - count + 1 : 1;
        var timeline = record.Unchanged is not null && isCurrent ? [] : await store.LoadEntries(current.Project.Id, first, record.Version, cancellation);
        var recorded = timeline.Select(entry => TimelineJson.Read(entry.Json)).ToImmutableArray();
        var added = record.Unchanged is not null ? 0 : record.Entries ?? CountEntriesOfLastCommand(recorded);
        var texts = recorded[^added..].Any(e => PersonalTextExtractor.HasText(e.Event))
            ? await store.LoadPersonalTexts(current.Project.Id, cancellation)
            : ImmutableDictionary<string, string>.Empty;
        return new CommandResult.Succeeded(
            isCurrent ? current : new StoredProject(Evolution.Fold(recorded), timeline[^1].Hash),
            [.. recorded.Zip(timeline).TakeLast(added).Select(e => new CommittedEntry(
                PersonalTextExtractor.Restore(e.First, texts), e.Second.Kind, e.Second.Hash))],
            mayHaveCreated && record.Unchanged is null);
    }

    /// <summary>For records that do not store it: the entries of one command share their instant and their actor.</summary>
    static int CountEntriesOfLastCommand(ImmutableArray<RecordedEvent> timeline) =>
        timeline.Reverse().TakeWhile(e => e.At == timeline[^1].At && e.By == timeline[^1].By && e.Role == timeline[^1].Role).Count();

    /// <summary>Records an answer that changed nothing, where the key asks for it (<see cref="IdempotencyKey.Lasts"/>).</summary>
    /// <returns>False when a concurrent request under the same key was answered first: that answer counts.</returns>
    async Task<bool> TryRecordUnchanged(
        Project project, IdempotencyKey? idempotencyKey, Refusal? refusal, Actor actor, Instant now, CancellationToken cancellation) =>
        idempotencyKey is not { Lasts: { } lasts }
        || await store.AddIdempotencyRecord(
            project.Id,
            new IdempotencyRecord(
                idempotencyKey.Key, idempotencyKey.Digest, project.Version, now, actor.Id, now + lasts, new UnchangedAnswer(refusal), Entries: 0),
            cancellation);
}
