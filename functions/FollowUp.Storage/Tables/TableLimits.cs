using System.Globalization;
using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// What Azure Tables takes at most: 100 rows and 4 MiB a transaction, 1 MiB a row
/// (learn.microsoft.com/azure/storage/tables/scalability-targets). It says no only after the call; this says so before anything is written.
/// </summary>
static class TableLimits
{
    public const int MaxTransactionRows = 100;
    public const int MaxRowBytes = 1024 * 1024;

    /// <summary>Kept free in a project's snapshot for the client's name and title, which stand beside it in the queue.</summary>
    public const int ReservedSnapshotBytes = 128 * 1024;

    const int MaxTransactionBytes = 4 * 1024 * 1024;
    const int RowOverheadBytes = 1024;

    /// <exception cref="CommitTooLargeException">It does not fit.</exception>
    public static void ThrowIfTooLarge(string project, IReadOnlyList<TableTransactionAction> rows)
    {
        if (rows.Count > MaxTransactionRows)
        {
            throw new CommitTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"This decision on project {project} takes {rows.Count} rows; Azure Tables writes {MaxTransactionRows} at once. Nothing was written."));
        }

        foreach (var row in rows) ThrowIfTooLarge(project, row.Entity.RowKey, GetStoredBytes(row.Entity), MaxRowBytes);
        if (rows.Sum(row => 3L * GetStoredBytes(row.Entity) + RowOverheadBytes) > MaxTransactionBytes && rows.Sum(row => GetWireBytes(row.Entity)) > MaxTransactionBytes)
        {
            throw new CommitTooLargeException(
                $"This decision on project {project} takes more than 4 MiB, all that Azure Tables writes at once. Nothing was written.");
        }
    }

    public static void ThrowIfTooLarge(string project, string row, long bytes, int room)
    {
        if (bytes > room)
        {
            throw new CommitTooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"The row {row} of project {project} takes {bytes / 1024} KiB; there is room for {room / 1024} KiB. Nothing was written."));
        }
    }

    /// <summary>By the formula of the documentation: texts count as UTF-16.</summary>
    public static long GetStoredBytes(ITableEntity row)
    {
        var bytes = 4L + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (var (name, value) in (TableEntity)row)
        {
            bytes += 8 + 2 * name.Length + (value is string text ? 4 + 2 * text.Length : 8);
        }

        return bytes;
    }

    // JSON in JSON: every quotation mark and accent is written as six characters.
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
