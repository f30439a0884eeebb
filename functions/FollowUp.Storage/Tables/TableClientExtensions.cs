using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>Reads and writes of single rows. An absent row is a result here, not an exception.</summary>
static class TableClientExtensions
{
    /// <summary>The number of concurrent requests of <see cref="SelectConcurrently"/>.</summary>
    const int MaxConcurrentReads = 32;

    /// <returns>Null when there is no such row.</returns>
    public static async Task<TableEntity?> Find(
        this TableClient table, string partition, string row, CancellationToken cancellation, IEnumerable<string>? columns = null)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, columns, cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>All rows that match a filter, from as many pages as there are.</summary>
    public static async Task<ImmutableArray<TableEntity>> All(
        this TableClient table, string filter, CancellationToken cancellation, IEnumerable<string>? columns = null)
    {
        var rows = ImmutableArray.CreateBuilder<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellation)) rows.Add(row);
        return rows.ToImmutable();
    }

    /// <summary>Inserts or replaces a row.</summary>
    public static Task Put(this TableClient table, TableEntity row, CancellationToken cancellation) =>
        table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);

    /// <returns>False when the row exists; then it is unchanged.</returns>
    public static async Task<bool> TryAdd(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return false;
        }
    }

    /// <returns>False when the row is gone or is no longer at the version that was read; then nothing is written.</returns>
    public static async Task<bool> TryUpdate(this TableClient table, TableEntity row, ETag read, TableUpdateMode mode, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(row, read, mode, cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Deletes a row whatever its content. Does nothing when there is no such row.</summary>
    public static async Task Remove(this TableClient table, string partition, string row, CancellationToken cancellation)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
        }
    }

    /// <summary>Runs a request for each item, several at once.</summary>
    /// <returns>In the order of the items.</returns>
    public static async Task<ImmutableArray<TResult>> SelectConcurrently<T, TResult>(
        IReadOnlyCollection<T> items, Func<T, Task<TResult>> read, CancellationToken cancellation)
    {
        var results = new TResult[items.Count];
        await Parallel.ForEachAsync(
            items.Select((item, position) => (item, position)),
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentReads, CancellationToken = cancellation },
            async (entry, _) => results[entry.position] = await read(entry.item));
        return ImmutableArray.Create(results);
    }
}
