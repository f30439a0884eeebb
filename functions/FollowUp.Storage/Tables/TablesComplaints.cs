using System.Collections.Immutable;
using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Storage.Shared;
using NodaTime;

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

    public ValueTask<ImmutableArray<Complaint>> All(CancellationToken cancellation) => LoadAll(filter: null, cancellation);

    public async ValueTask<Complaint?> Find(string id, CancellationToken cancellation) =>
        await records.Find(Partition, Keys.Escape(id), cancellation) is { } row ? Read(row) : null;

    public ValueTask<ImmutableArray<Complaint>> AllFrom(string fromKind, string fromId, CancellationToken cancellation) =>
        LoadAll(TableClient.CreateQueryFilter($"FromKind eq {fromKind} and FromId eq {fromId}"), cancellation);

    public ValueTask<ImmutableArray<Complaint>> AllAfter(Instant instant, CancellationToken cancellation) =>
        LoadAll(TableClient.CreateQueryFilter($"At gt {InstantColumn.ToNanoseconds(instant)}"), cancellation);

    public async ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation)
    {
        foreach (var complaint in await AllFrom(fromKind, fromId, cancellation))
            await records.Remove(Partition, Keys.Escape(complaint.Id), cancellation);
    }

    /// <param name="filter">Null for all.</param>
    async ValueTask<ImmutableArray<Complaint>> LoadAll(string? filter, CancellationToken cancellation) =>
    [
        .. (await records.All($"PartitionKey eq '{Partition}'{(filter is null ? "" : $" and {filter}")}", cancellation))
            .OrderBy(row => row.GetInt64("Order")).Select(Read),
    ];

    public async ValueTask<bool> TryHandle(string id, ComplaintHandling handling, CancellationToken cancellation)
    {
        while (await records.Find(Partition, Keys.Escape(id), cancellation) is { } row)
        {
            // The own write shows here when its answer was lost.
            var complaint = Read(row);
            if (complaint.Handling == handling) return true;
            if (complaint.IsAnswered) return false;
            var change = new TableEntity(Partition, row.RowKey)
            {
                ["HandledAt"] = InstantColumn.ToNanoseconds(handling.At),
                ["HandledBy"] = handling.By,
                ["Owner"] = handling.Owner,
            };
            if (handling.Cause is not null) change["Cause"] = handling.Cause;
            if (handling.Answer is not null) change.SetText("Answer", handling.Answer);
            if (await records.TryUpdate(change, row.ETag, TableUpdateMode.Merge, cancellation)) return true;
        }

        return false;
    }

    public async ValueTask Mask(string id, Func<string, string> mask, CancellationToken cancellation)
    {
        while (await records.Find(Partition, Keys.Escape(id), cancellation) is { } row)
        {
            // The whole row is replaced: a long text has several columns, and a merge would leave those that the shorter one does not need.
            var complaint = Read(row);
            RemoveText(row, "Text");
            RemoveText(row, "Answer");
            row.SetText("Text", mask(complaint.Text));
            if (complaint.Handling?.Answer is { } answer) row.SetText("Answer", mask(answer));
            if (await records.TryUpdate(row, row.ETag, TableUpdateMode.Replace, cancellation)) return;
        }
    }

    static void RemoveText(TableEntity row, string name)
    {
        foreach (var column in row.Keys.Where(key => key.StartsWith(name, StringComparison.Ordinal)).ToList()) row.Remove(column);
    }

    static Complaint Read(TableEntity row) => new(
        row.GetString("Id"), row.GetString("FromKind"), row.GetString("FromId"), row.GetString("Project"), row.GetText("Text"),
        InstantColumn.FromNanoseconds(row.GetInt64("At") ?? 0))
    {
        Handling = row.GetInt64("HandledAt") is { } at
            ? new ComplaintHandling(
                InstantColumn.FromNanoseconds(at), row.GetString("HandledBy"), row.GetString("Owner"), row.GetString("Cause"), row.GetTextOrNull("Answer"))
            : null,
    };
}
