using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Serialization;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Compares the rows that a project has in the index with those that follow from its snapshot, dossier and pending messages. It changes nothing; a repair
/// (<see cref="IndexUpdater"/>) writes the right ones.
/// </summary>
sealed class IndexVerifier(TableClient index, ProjectPartition partition)
{
    /// <summary>How often rows are read again that differ: a commit may be between the snapshot and its rows.</summary>
    const int MaxAttempts = 3;

    /// <returns>
    /// The columns that differ, as <c>Index.queue.DueAt</c>, and the rows that are missing, as <c>Index.queue</c>. None while a commit of the project waits for its
    /// index rows.
    /// </returns>
    public async Task<ImmutableArray<string>> FindChanged(string project, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var changed = await FindChangedOnce(project, cancellation);
            if (changed.IsEmpty || attempt == MaxAttempts) return changed;
            if (await HasPendingUpdate(project, cancellation)) return [];
        }
    }

    async Task<ImmutableArray<string>> FindChangedOnce(string project, CancellationToken cancellation)
    {
        if (await partition.LoadSnapshot(project, cancellation) is not var (stored, state)) return [];
        var dossier = stored.Entry.Person ? await partition.LoadDossier(project, cancellation) : null;
        var messages = await partition.LoadMessages(project, pendingOnly: true, cancellation);
        var expected = IndexTransaction.BuildRebuild(null, stored.Entry, state, messages, dossier).Select(action => (TableEntity)action.Entity).ToList();
        var found = await Task.WhenAll(expected.Select(row => index.Find(row.PartitionKey, row.RowKey, cancellation)));
        return [.. expected.Zip(found).SelectMany(pair => Compare(pair.First, pair.Second)).Distinct()];
    }

    async Task<bool> HasPendingUpdate(string project, CancellationToken cancellation) => !(await index.All(
        Keys.PrefixFilter(IndexEntry.GetPartition(project), $"{PendingIndexUpdate.Prefix}{Keys.Escape(project)}:"), cancellation)).IsEmpty;

    static IEnumerable<string> Compare(TableEntity expected, TableEntity? found)
    {
        var name = $"Index.{GetName(expected.RowKey)}";
        if (found is null) return [name];

        // A text that an earlier version folded is folded again at each reading.
        var isOldFold = expected.ContainsKey("Fold") && found.GetInt32("Fold") != SearchText.Version;
        return expected.Keys.Where(column => column is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            .Where(column => !(isOldFold && (column == "Fold" || column.StartsWith("Search", StringComparison.Ordinal))))
            .Where(column => !Equals(expected[column], found.TryGetValue(column, out var value) ? value : null) && !IsOlderState(column, expected, found))
            .Select(column => $"{name}.{column}");
    }

    /// <summary>An earlier version wrote the same state with other members.</summary>
    static bool IsOlderState(string column, TableEntity expected, TableEntity found) =>
        column.StartsWith("State", StringComparison.Ordinal) && found.GetTextOrNull("State") is { } state
        && RecordJson.Write(RecordJson.ReadProject(state)) == expected.GetText("State");

    static string GetName(string row) => row[..row.IndexOf(':', StringComparison.Ordinal)] switch
    {
        "v" => "version",
        "c" => "search",
        "q" => "queue",
        "d" => "due",
        "l" => "client",
        "p" => "provider",
        "a" => "awaiting",
        "e" => "closed",
        var other => other,
    };
}
