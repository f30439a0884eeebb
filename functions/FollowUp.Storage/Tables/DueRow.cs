using Azure.Data.Tables;
using FollowUp.Storage.Shared;
using NodaTime;

namespace FollowUp.Storage.Tables;

/// <summary>A row of the due index: the wake time of a project, the due time of a message, or a pending row (<see cref="PendingIndexUpdate"/>).</summary>
/// <param name="At">See <see cref="InstantColumn"/>; null for a pending row.</param>
/// <param name="WrittenAt">By the clock of the service.</param>
readonly record struct DueRow(string Partition, string Key, string Project, long? At, DateTimeOffset WrittenAt)
{
    public static readonly string[] Columns = ["PartitionKey", "RowKey", "Id", "At", "Timestamp"];

    public static DueRow Read(TableEntity row) =>
        new(row.PartitionKey, row.RowKey, row.GetString("Id"), row.GetInt64("At"), row.Timestamp ?? DateTimeOffset.UnixEpoch);

    public bool IsPendingUpdate => At is null;

    public Instant Instant => InstantColumn.FromNanoseconds(At ?? 0);
}
