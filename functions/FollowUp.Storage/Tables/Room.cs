using System.Globalization;
using System.Text.Encodings.Web;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// What Azure Tables takes at most: 100 rows and 4 MiB a transaction, 1 MiB a row
/// (learn.microsoft.com/azure/storage/tables/scalability-targets). It says no only after the call; this says so before anything is written.
/// </summary>
static class Room
{
    public const int RowsAtOnce = 100;
    public const int BytesOfRow = 1024 * 1024;

    /// <summary>Kept free in a project's snapshot for the client's name and title, which stand beside it in the queue.</summary>
    public const int BytesBesideState = 128 * 1024;

    const int BytesAtOnce = 4 * 1024 * 1024;
    const int BytesAroundRow = 1024;

    /// <exception cref="TooLargeException">It does not fit.</exception>
    public static void Check(string project, IReadOnlyList<TableTransactionAction> rows)
    {
        if (rows.Count > RowsAtOnce)
        {
            throw new TooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"This decision on project {project} takes {rows.Count} rows; Azure Tables writes {RowsAtOnce} at once. Nothing was written."));
        }

        foreach (var row in rows) Check(project, row.Entity.RowKey, BytesOf(row.Entity), BytesOfRow);
        if (rows.Sum(row => 3L * BytesOf(row.Entity) + BytesAroundRow) > BytesAtOnce && rows.Sum(row => BytesOnTheWire(row.Entity)) > BytesAtOnce)
        {
            throw new TooLargeException(
                $"This decision on project {project} takes more than 4 MiB, all that Azure Tables writes at once. Nothing was written.");
        }
    }

    public static void Check(string project, string row, long bytes, int room)
    {
        if (bytes > room)
        {
            throw new TooLargeException(string.Create(
                CultureInfo.InvariantCulture,
                $"The row {row} of project {project} takes {bytes / 1024} KiB; there is room for {room / 1024} KiB. Nothing was written."));
        }
    }

    /// <summary>By the formula of the documentation: texts count as UTF-16.</summary>
    public static long BytesOf(ITableEntity row)
    {
        var bytes = 4L + 2 * (row.PartitionKey.Length + row.RowKey.Length);
        foreach (var (name, value) in (TableEntity)row)
        {
            bytes += 8 + 2 * name.Length + (value is string text ? 4 + 2 * text.Length : 8);
        }

        return bytes;
    }

    // JSON in JSON: every quotation mark and accent is written as six characters.
    static long BytesOnTheWire(ITableEntity row)
    {
        long bytes = BytesAroundRow;
        foreach (var (name, value) in (TableEntity)row)
        {
            bytes += name.Length + 16 + (value is string text ? JavaScriptEncoder.Default.Encode(text).Length : 32);
        }

        return bytes;
    }
}
