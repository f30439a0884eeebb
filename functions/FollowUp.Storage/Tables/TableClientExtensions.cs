using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>Reading and writing rows as the store needs it: an absent row is an answer, not an error.</summary>
static class TableClientExtensions
{
    /// <summary>Requests under way at once where many rows are read by their keys.</summary>
    const int MaxConcurrentReads = 32;

    public static async Task<TableEntity?> Find(
        this TableClient table, string partition, string row, CancellationToken cancellation, IEnumerable<string>? columns = null)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, columns, cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>All rows of a filter, page after page.</summary>
    public static async Task<ImmutableArray<TableEntity>> All(
        this TableClient table, string filter, CancellationToken cancellation, IEnumerable<string>? columns = null)
    {
        var rows = ImmutableArray.CreateBuilder<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellation)) rows.Add(row);
        return rows.ToImmutable();
    }

    public static Task Put(this TableClient table, TableEntity row, CancellationToken cancellation) =>
        table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);

    /// <returns>False when the row is there already.</returns>
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

    /// <summary>Deletes a row whatever it holds; one that is gone already is as good.</summary>
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

    /// <summary>Does one thing for each item, several at once, and keeps their order.</summary>
    public static async Task<ImmutableArray<TResult>> SelectConcurrently<T, TResult>(
        IReadOnlyCollection<T> items, Func<T, Task<TResult>> read, CancellationToken cancellation)
    {
        var results = new TResult[items.Count];
        await Parallel.ForEachAsync(
            items.Select((item, place) => (item, place)),
            new ParallelOptions { MaxDegreeOfParallelism = MaxConcurrentReads, CancellationToken = cancellation },
            async (one, _) => results[one.place] = await read(one.item));
        return ImmutableArray.Create(results);
    }
}
