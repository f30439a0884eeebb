using Azure;
using Azure.Data.Tables;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>A commit as rows of its project's partition, to be written in one transaction.</summary>
sealed class CommitRows
{
    public const string Events = "event:";
    public const string PersonalTexts = "words:";

    readonly Commit commit;
    readonly string partition;
    readonly List<TableTransactionAction> otherRows = [];

    /// <param name="id">Names this attempt at this commit among all others.</param>
    /// <exception cref="CommitTooLargeException">Azure Tables has no room for it.</exception>
    public CommitRows(Commit commit, string id)
    {
        (this.commit, Id, partition) = (commit, id, Keys.Escape(commit.After.Id));
        foreach (var entry in commit.Timeline) Insert(EventRow(entry));
        var order = commit.After.Version * 1000;
        foreach (var message in commit.Messages) Insert(OutboxRows.BuildRow(message, order++, id));
        if (commit.IdempotencyRecord is { } receipt) Insert(IdempotencyRow(partition, receipt, id));
        foreach (var words in commit.PersonalTexts.DistinctBy(words => words.Key))
            Replace(new TableEntity(partition, $"{PersonalTexts}{Keys.Escape(words.Key)}") { ["Key"] = words.Key }.SetText("Text", words.Text));
        if (commit.Dossier is { } dossier) Replace(new TableEntity(partition, ProjectPartition.DossierRow).SetText("Json", RecordJson.Write(dossier)));

        var sample = BuildStoredVersion(null);
        TableLimits.ThrowIfTooLarge(commit.After.Id, [.. otherRows, new(TableTransactionActionType.Add, sample.Write(commit.After))]);
        TableLimits.ThrowIfTooLarge(commit.After.Id, StoredVersion.RowKey, TableLimits.GetStoredBytes(sample.Write(commit.After)), TableLimits.MaxRowBytes - TableLimits.ReservedSnapshotBytes);
        if (commit.Dossier is { } shown)
            TableLimits.ThrowIfTooLarge(commit.After.Id, ProjectPartition.DossierRow, 2L * SearchText.Build(shown.ProjectId, shown).Length, TableLimits.ReservedSnapshotBytes - 8192);
    }

    public string Id { get; }

    public static string IdempotencyRowKey(string key) => $"receipt:{Keys.Escape(key)}";

    /// <summary>The rows that carry this commit's id beside the snapshot: whoever finds one of them knows that it was written.</summary>
    public IEnumerable<string> RowKeysWithCommitId =>
        from row in otherRows where ((TableEntity)row.Entity).ContainsKey("Commit") select row.Entity.RowKey;

    /// <summary>What the snapshot becomes.</summary>
    public StoredVersion BuildStoredVersion(StoredVersion? before) => new(
        default,
        commit.Timeline.IsEmpty ? before?.Head ?? "" : commit.Timeline[^1].Hash,
        Id,
        InstantColumn.ToNanoseconds(commit.Timeline.IsEmpty ? commit.After.SubmittedAt : commit.Timeline[^1].At),
        IndexEntry.Of(commit.After, commit.Dossier is not null || before is { Footprint.Person: true }));

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

    /// <param name="commit">Empty for a receipt that no commit wrote.</param>
    public static TableEntity IdempotencyRow(string partition, IdempotencyRecord receipt, string commit)
    {
        var row = new TableEntity(partition, IdempotencyRowKey(receipt.Key))
        {
            ["Key"] = receipt.Key,
            ["Digest"] = receipt.Digest,
            ["Version"] = receipt.Version,
            ["At"] = InstantColumn.ToNanoseconds(receipt.At),
            ["By"] = receipt.By,
            ["Commit"] = commit,
        };
        if (receipt.Expires is { } expires) row["Expires"] = InstantColumn.ToNanoseconds(expires);
        if (UnchangedAnswerJson.Write(receipt.Unchanged) is { } unchanged) row["Unchanged"] = unchanged;
        if (receipt.Entries is { } entries) row["Entries"] = entries;
        return row;
    }

    public static IdempotencyRecord ReadReceipt(TableEntity row) => new(
        row.GetString("Key"), row.GetString("Digest"), row.GetInt64("Version") ?? 0, InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0),
        row.GetString("By"), row.GetInt64("Expires") is { } expires ? InstantColumn.FromNanoseconds(expires) : null,
        UnchangedAnswerJson.Read(row.GetString("Unchanged")), row.GetInt32("Entries"));

    void Insert(TableEntity row) => otherRows.Add(new(TableTransactionActionType.Add, row));

    void Replace(TableEntity row) => otherRows.Add(new(TableTransactionActionType.UpsertReplace, row));
}
