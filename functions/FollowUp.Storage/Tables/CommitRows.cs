using Azure;
using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Outbox;

namespace FollowUp.Storage.Tables;

/// <summary>A commit as rows of its project's partition, to be written in one transaction.</summary>
sealed class CommitRows
{
    public const string Events = "event:";
    public const string Words = "words:";

    readonly Commit commit;
    readonly string partition;
    readonly List<TableTransactionAction> beside = [];

    /// <param name="id">Names this attempt at this commit among all others.</param>
    /// <exception cref="TooLargeException">Azure Tables has no room for it.</exception>
    public CommitRows(Commit commit, string id)
    {
        (this.commit, Id, partition) = (commit, id, Keys.Part(commit.After.Id));
        foreach (var entry in commit.Timeline) Insert(EventRow(entry));
        var order = commit.After.Version * 1000;
        foreach (var message in commit.Owed) Insert(OutboxRows.Of(message, order++, id));
        if (commit.Receipt is { } receipt) Insert(ReceiptRow(partition, receipt, id));
        foreach (var words in commit.Words.DistinctBy(words => words.Key))
            Replace(new TableEntity(partition, $"{Words}{Keys.Part(words.Key)}") { ["Key"] = words.Key }.With("Text", words.Text));
        if (commit.Dossier is { } dossier) Replace(new TableEntity(partition, Partition.DossierRow).With("Json", ProjectJson.Write(dossier)));

        var sample = After(null);
        Room.Check(commit.After.Id, [.. beside, new(TableTransactionActionType.Add, sample.Write(commit.After))]);
        Room.Check(commit.After.Id, Known.Row, Room.BytesOf(sample.Write(commit.After)), Room.BytesOfRow - Room.BytesBesideState);
        if (commit.Dossier is { } shown)
            Room.Check(commit.After.Id, Partition.DossierRow, 2L * SearchText.Of(shown.ProjectId, shown).Length, Room.BytesBesideState - 8192);
    }

    public string Id { get; }

    public static string ReceiptKey(string key) => $"receipt:{Keys.Part(key)}";

    /// <summary>The rows that carry this commit's id beside the snapshot: whoever finds one of them knows that it was written.</summary>
    public IEnumerable<string> Traces =>
        from row in beside where ((TableEntity)row.Entity).ContainsKey("Commit") select row.Entity.RowKey;

    /// <summary>What the snapshot becomes.</summary>
    public Known After(Known? before) => new(
        default,
        commit.Timeline.IsEmpty ? before?.Head ?? "" : commit.Timeline[^1].Hash,
        Id,
        SortableInstant.Write(commit.Timeline.IsEmpty ? commit.After.SubmittedAt : commit.Timeline[^1].At),
        Footprint.Of(commit.After, commit.Dossier is not null || before is { Footprint.Person: true }));

    public IEnumerable<TableTransactionAction> Over(Known? before)
    {
        var snapshot = After(before).Write(commit.After);
        return beside.Prepend(before is null
            ? new(TableTransactionActionType.Add, snapshot)
            : new(TableTransactionActionType.UpdateReplace, snapshot, before.ETag));
    }

    TableEntity EventRow(TimelineEntry entry) => new TableEntity(partition, $"{Events}{Keys.Number(entry.Seq)}")
    {
        ["At"] = SortableInstant.Write(entry.At),
        ["Kind"] = entry.Kind,
        ["Hash"] = entry.Hash,
        ["Commit"] = Id,
    }.With("Json", entry.Json);

    /// <param name="commit">Empty for a receipt that no commit wrote.</param>
    public static TableEntity ReceiptRow(string partition, Receipt receipt, string commit)
    {
        var row = new TableEntity(partition, ReceiptKey(receipt.Key))
        {
            ["Key"] = receipt.Key,
            ["Digest"] = receipt.Digest,
            ["Version"] = receipt.Version,
            ["At"] = SortableInstant.Write(receipt.At),
            ["By"] = receipt.By,
            ["Commit"] = commit,
        };
        if (receipt.Expires is { } expires) row["Expires"] = SortableInstant.Write(expires);
        if (UnchangedAnswerJson.Write(receipt.Unchanged) is { } unchanged) row["Unchanged"] = unchanged;
        return row;
    }

    public static Receipt ReadReceipt(TableEntity row) => new(
        row.GetString("Key"), row.GetString("Digest"), row.GetInt64("Version") ?? 0, SortableInstant.Read(row.GetInt64("At") ?? 0),
        row.GetString("By"), row.GetInt64("Expires") is { } expires ? SortableInstant.Read(expires) : null,
        UnchangedAnswerJson.Read(row.GetString("Unchanged")));

    void Insert(TableEntity row) => beside.Add(new(TableTransactionActionType.Add, row));

    void Replace(TableEntity row) => beside.Add(new(TableTransactionActionType.UpsertReplace, row));
}
