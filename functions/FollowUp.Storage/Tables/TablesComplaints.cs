using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <inheritdoc cref="IComplaints"/>
sealed class TablesComplaints(TableClient records, OrdinalGenerator ordinals) : IComplaints
{
    const string Partition = "complaint";

    /// <remarks>Does nothing when a complaint with the same id is stored.</remarks>
    public async ValueTask Add(Complaint complaint, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, Keys.Escape(complaint.Id))
        {
            ["Order"] = ordinals.Next(),
            ["Id"] = complaint.Id,
            ["FromKind"] = complaint.FromKind,
            ["FromId"] = complaint.FromId,
            ["At"] = InstantColumn.ToNanoseconds(complaint.At),
        }.SetText("Text", complaint.Text);
        if (complaint.ProjectId is not null) row["Project"] = complaint.ProjectId;
        await records.TryAdd(row, cancellation);
    }

    public async ValueTask<ImmutableArray<Complaint>> All(CancellationToken cancellation) =>
    [
        .. (await LoadRows(cancellation)).OrderBy(row => row.GetInt64("Order")).Select(row => new Complaint(
            row.GetString("Id"), row.GetString("FromKind"), row.GetString("FromId"), row.GetString("Project"), row.GetText("Text"),
            InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0))),
    ];

    public async ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation)
    {
        foreach (var row in (await LoadRows(cancellation)).Where(row => row.GetString("FromKind") == fromKind && row.GetString("FromId") == fromId))
            await records.Remove(Partition, row.RowKey, cancellation);
    }

    Task<ImmutableArray<TableEntity>> LoadRows(CancellationToken cancellation) => records.All($"PartitionKey eq '{Partition}'", cancellation);
}
