using Azure.Data.Tables;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>The rows of a commit. All are in the project's partition, so one transaction writes them.</summary>
sealed class CommitRows
{
    public const string Events = "event:";
    public const string PersonalTexts = "words:";

    readonly Commit commit;
    readonly string partition;
    readonly List<TableTransactionAction> otherRows = [];

    /// <param name="id">Unique for each call of <see cref="CommitWriter.TryCommit"/>.</param>
    /// <exception cref="CommitTooLargeException">The commit exceeds a limit of Azure Tables.</exception>
    public CommitRows(Commit commit, string id)
    {
        (this.commit, Id, partition) = (commit, id, Keys.Escape(commit.After.Id));
        foreach (var entry in commit.Timeline) Insert(BoardRows.AddTo(EventRow(entry), entry.Seq, commit.Facts));
        var order = commit.After.Version * 1000;
        foreach (var message in commit.Messages) Insert(OutboxRows.BuildRow(message, order++, id));
        if (commit.IdempotencyRecord is { } record) Insert(IdempotencyRow(partition, record, id));
        foreach (var text in commit.PersonalTexts.DistinctBy(text => text.Key))
            Replace(new TableEntity(partition, $"{PersonalTexts}{Keys.Escape(text.Key)}") { ["Key"] = text.Key }.SetText("Text", text.Text));
        if (commit.Dossier is { } dossier) Replace(new TableEntity(partition, ProjectPartition.DossierRow).SetText("Json", RecordJson.Write(dossier)));

        // The queue row of the index holds the snapshot and the client's details; the reserve keeps it within the limit of a row.
        var sample = BuildStoredVersion(null);
        TableLimits.ThrowIfTooLarge(commit.After.Id, [.. otherRows, new(TableTransactionActionType.Add, sample.Write(commit.After))]);
        TableLimits.ThrowIfTooLarge(commit.After.Id, StoredVersion.RowKey, TableLimits.GetStoredBytes(sample.Write(commit.After)), TableLimits.MaxRowBytes - TableLimits.ReservedSnapshotBytes);
        if (commit.Dossier is { } listed)
            TableLimits.ThrowIfTooLarge(commit.After.Id, ProjectPartition.DossierRow, 2L * SearchText.Build(listed.ProjectId, listed).Length, TableLimits.ReservedSnapshotBytes - 8192);
    }

    public string Id { get; }

    public static string IdempotencyRowKey(string key) => $"receipt:{Keys.Escape(key)}";

    /// <summary>Keys of rows, beside the snapshot, that carry this commit's id. No later commit replaces them.</summary>
    public IEnumerable<string> RowKeysWithCommitId =>
        from row in otherRows where ((TableEntity)row.Entity).ContainsKey("Commit") select row.Entity.RowKey;

    /// <summary>What this commit writes into the snapshot.</summary>
    /// <param name="before">The snapshot that it replaces; null for a new project.</param>
    public StoredVersion BuildStoredVersion(StoredVersion? before) => new(
        default,
        commit.Timeline.IsEmpty ? before?.Head ?? "" : commit.Timeline[^1].Hash,
        Id,
        InstantColumn.ToNanoseconds(commit.Timeline.IsEmpty ? commit.After.SubmittedAt : commit.Timeline[^1].At),
        IndexEntry.Of(commit.After, commit.Dossier is not null || before is { Entry.Person: true }))
    {
        Signature = commit.Timeline.IsEmpty ? before?.Signature : commit.Signature,
    };

    public IEnumerable<TableTransactionAction> BuildTransaction(StoredVersion? before)
    {
        var snapshot = BuildStoredVersion(before).Write(commit.After);
        return otherRows.Prepend(before is null
            ? new(TableTransactionActionType.Add, snapshot)
            : new(TableTransactionActionType.UpdateReplace, snapshot, before.ETag));
    }

    TableEntity EventRow(TimelineEntry entry) => new TableEntity(partition, $"{Events}{Keys.FormatNumber(entry.Seq)}")
    {
        ["At"] = InstantColumn.ToNanoseconds(entry.At),
        ["Kind"] = entry.Kind,
        ["Hash"] = entry.Hash,
        ["Commit"] = Id,
    }.SetText("Json", entry.Json);

    /// <param name="commit">Empty for a record that no commit wrote.</param>
    public static TableEntity IdempotencyRow(string partition, IdempotencyRecord record, string commit)
    {
        var row = new TableEntity(partition, IdempotencyRowKey(record.Key))
        {
            ["Key"] = record.Key,
            ["Digest"] = record.Digest,
            ["Version"] = record.Version,
            ["At"] = InstantColumn.ToNanoseconds(record.At),
            ["By"] = record.By,
            ["Commit"] = commit,
        };
        if (record.Expires is { } expires) row["Expires"] = InstantColumn.ToNanoseconds(expires);
        if (UnchangedAnswerJson.Write(record.Unchanged) is { } unchanged) row["Unchanged"] = unchanged;
        if (record.Entries is { } entries) row["Entries"] = entries;
        return row;
    }

    public static IdempotencyRecord ReadIdempotencyRecord(TableEntity row) => new(
        row.GetString("Key"), row.GetString("Digest"), row.GetInt64("Version") ?? 0, InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0),
        row.GetString("By"), row.GetInt64("Expires") is { } expires ? InstantColumn.FromNanoseconds(expires) : null,
        UnchangedAnswerJson.Read(row.GetString("Unchanged")), row.GetInt32("Entries"));

    void Insert(TableEntity row) => otherRows.Add(new(TableTransactionActionType.Add, row));

    void Replace(TableEntity row) => otherRows.Add(new(TableTransactionActionType.UpsertReplace, row));
}
