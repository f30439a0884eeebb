using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The workload counters. Every process adds its changes to a row of its own in each partition, in the transaction that moves the project's rows, so two
/// processes never write one row and none has to read before it writes. The workload of a coordinator is the sum of all rows.
/// </summary>
/// <remarks>
/// The rows of other processes are cached for <see cref="TablesOptions.DirectoryCacheTime"/>; the own changes count at once. Rows that were not written for
/// <see cref="MergeAfter"/> are merged into the row of the partition. Thread-safe.
/// </remarks>
sealed class WorkloadCounters
{
    /// <summary>How many rows of a partition may stand beside the merged one.</summary>
    const int MaxRows = 16;

    const int MaxAttempts = 5;

    static readonly TimeSpan MergeAfter = TimeSpan.FromDays(1);

    readonly TableClient index;
    readonly TablesOptions options;
    readonly string ownKey = $"{Counters.RowKey}:{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
    readonly ConcurrentDictionary<string, SemaphoreSlim> oneAtATime = new(StringComparer.Ordinal);
    readonly Lock gate = new();
    readonly Dictionary<string, OwnRow> own = new(StringComparer.Ordinal);
    readonly List<WorkloadChange> underWay = [];
    readonly TimedCache<ImmutableArray<Counters>> others;

    public WorkloadCounters(TableClient index, TablesOptions options)
    {
        (this.index, this.options) = (index, options);
        others = new(options, ReadOthers);
    }

    /// <summary>Counts the changes of a commit that the index does not show yet.</summary>
    public void Begin(ImmutableArray<WorkloadChange> changes)
    {
        lock (gate) underWay.AddRange(changes);
    }

    /// <summary>Ends what <see cref="Begin"/> began, after the index was updated by whichever way.</summary>
    public void End(ImmutableArray<WorkloadChange> changes)
    {
        lock (gate) Remove(changes);
    }

    /// <summary>All counters, those of the changes under way included.</summary>
    public async Task<IEnumerable<Counters>> Read(CancellationToken cancellation)
    {
        var read = await others.Get(cancellation);
        lock (gate) return [.. read, .. own.Values.Select(row => row.Counters), Counters.Empty.Apply([.. underWay])];
    }

    /// <summary>Submits rows of one partition together with the changes of its counters.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="changes">The changes of the counters.</param>
    /// <param name="isBegun">Whether <see cref="Begin"/> counted the changes; they end with the transaction that succeeds.</param>
    /// <exception cref="RequestFailedException">404, 409 or 412: one of the rows is in another state; nothing was written.</exception>
    public async Task Submit(
        string partition, List<TableTransactionAction> rows, ImmutableArray<WorkloadChange> changes, bool isBegun)
    {
        if (changes.IsEmpty)
        {
            await index.SubmitTransactionAsync(rows, CancellationToken.None);
            return;
        }

        var turn = oneAtATime.GetOrAdd(partition, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            for (var attempt = 1; !await TrySubmit(partition, rows, changes, isBegun, isLast: attempt == MaxAttempts); attempt++)
            {
            }
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<bool> TrySubmit(
        string partition, List<TableTransactionAction> rows, ImmutableArray<WorkloadChange> changes, bool isBegun, bool isLast)
    {
        var before = Find(partition) ?? await ReadOwn(partition);
        var after = before.Counters.Apply(changes);
        var row = after.Write(partition, ownKey);
        try
        {
            var responses = await index.SubmitTransactionAsync(
                rows.Append(before.ETag is { } tag ? new(TableTransactionActionType.UpdateReplace, row, tag) : IndexRows.Add(row)), CancellationToken.None);
            lock (gate)
            {
                own[partition] = new OwnRow(after, responses.Value[^1].Headers.ETag);
                if (isBegun) Remove(changes);
            }

            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.FailedTransactionActionIndex == rows.Count && !isLast)
        {
            // An earlier transaction whose answer was lost has written it, or another process has merged it.
            Forget(partition);
            return false;
        }
        catch (Exception failure) when (failure is not TableTransactionFailedException)
        {
            Forget(partition);
            throw;
        }
    }

    OwnRow? Find(string partition)
    {
        lock (gate) return own.GetValueOrDefault(partition) is { IsKnown: true } row ? row : null;
    }

    async Task<OwnRow> ReadOwn(string partition)
    {
        OwnRow row;
        if (IsNew(partition))
        {
            row = new OwnRow(Counters.Empty, null);
        }
        else
        {
            var stored = await index.Find(partition, ownKey, CancellationToken.None);
            row = new OwnRow(Counters.Read(stored), stored?.ETag);
        }

        lock (gate) own[partition] = row;
        return row;
    }

    /// <summary>The key is of this process, so there is no row before its first write.</summary>
    bool IsNew(string partition)
    {
        lock (gate) return !own.ContainsKey(partition);
    }

    void Forget(string partition)
    {
        lock (gate) own[partition] = own[partition] with { IsKnown = false };
        others.Invalidate();
    }

    void Remove(ImmutableArray<WorkloadChange> changes)
    {
        foreach (var change in changes) underWay.Remove(change);
    }

    async Task<ImmutableArray<Counters>> ReadOthers(CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(IndexEntry.Partitions.Select(number => index.All(
            Keys.RangeFilter(number, Counters.RowKey, $"{Counters.RowKey}~"), cancellation)));
        foreach (var partition in rows.Where(rows => rows.Length > MaxRows)) await Merge(partition, cancellation);
        return [.. rows.SelectMany(rows => rows).Where(row => row.RowKey != ownKey).Select(Counters.Read)];
    }

    /// <summary>Adds the rows of processes that ended to the row of their partition. A process that still writes finds its row gone and begins another.</summary>
    async Task Merge(ImmutableArray<TableEntity> rows, CancellationToken cancellation)
    {
        var old = rows.Where(row => row.RowKey != Counters.RowKey && row.RowKey != ownKey && options.Time.GetUtcNow() - row.Timestamp > MergeAfter)
            .Take(TableLimits.MaxTransactionRows - 1).ToList();
        if (old.Count == 0) return;
        var merged = rows.FirstOrDefault(row => row.RowKey == Counters.RowKey);
        var sum = old.Select(Counters.Read).Aggregate(Counters.Read(merged), (one, other) => one.Add(other)).Write(old[0].PartitionKey, Counters.RowKey);
        try
        {
            await index.SubmitTransactionAsync(
                old.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag))
                    .Append(merged is null ? IndexRows.Add(sum) : new(TableTransactionActionType.UpdateReplace, sum, merged.ETag)),
                cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            // Another process merged them at the same time, or one of them was written again.
        }
    }

    /// <param name="ETag">Null before the row is written.</param>
    sealed record OwnRow(Counters Counters, ETag? ETag)
    {
        /// <summary>False when a transaction may have changed the row and its answer was lost.</summary>
        public bool IsKnown { get; init; } = true;
    }
}
