using System.Globalization;
using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Limits of Azure Tables: 100 rows and 4 MiB a transaction, 1 MiB a row
/// (learn.microsoft.com/azure/storage/tables/scalability-targets). The service refuses only the call itself; these checks run before anything
/// is written.
/// </summary>
static class TableLimits
{
    public const int MaxTransactionRows = 100;
    public const int MaxRowBytes = 1024 * 1024;

    /// <summary>Reserved in the snapshot's row for the client's name and title: the queue row of the index holds them beside the snapshot.</summary>
    public const int ReservedSnapshotBytes = 128 * 1024;

    const int MaxTransactionBytes = 4 * 1024 * 1024;
    const int RowOverheadBytes = 1024;

    /// <exception cref="CommitTooLargeException">The rows exceed a limit.</exception>
    public static void ThrowIfTooLarge(string project, IReadOnlyList<TableTransactionAction> rows)
    {
        if (rows.Count > MaxTransactionRows)
        {
            throw new CommitTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"The commit of project {project} has {rows.Count} rows; a transaction of Azure Tables takes {MaxTransactionRows}. Nothing was written."));
        }

        foreach (var row in rows) ThrowIfTooLarge(project, row.Entity.RowKey, GetStoredBytes(row.Entity), MaxRowBytes);
        if (rows.Sum(row => 3L * GetStoredBytes(row.Entity) + RowOverheadBytes) > MaxTransactionBytes && rows.Sum(row => GetWireBytes(row.Entity)) > MaxTransactionBytes)
        {
            throw new CommitTooLargeException(
                $"The commit of project {project} has more than 4 MiB, the limit of a transaction of Azure Tables. Nothing was written.");
        }
    }

    public static void ThrowIfTooLarge(string project, string row, long bytes, int limit)
    {
        if (bytes > limit)
        {
            throw new CommitTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"The row {row} of project {project} has {bytes / 1024} KiB; the limit is {limit / 1024} KiB. Nothing was written."));
        }
    }

    /// <summary>The size of a row by the formula of the documentation; texts count as UTF-16.</summary>
    public static long GetStoredBytes(ITableEntity row)
    {
        var bytes = 4L + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (var (name, value) in (TableEntity)row)
        {
            bytes += 8 + 2 * name.Length + (value is string text ? 4 + 2 * text.Length : 8);
        }

        return bytes;
    }

    // The size in the request: texts that are JSON themselves are escaped, each quotation mark and accent as six characters.
    static long GetWireBytes(ITableEntity row)
    {
        long bytes = RowOverheadBytes;
        foreach (var (name, value) in (TableEntity)row)
        {
            bytes += name.Length + 16 + (value is string text ? JavaScriptEncoder.Default.Encode(text).Length : 32);
        }

        return bytes;
    }
}
