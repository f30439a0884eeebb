using Azure.Data.Tables;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>Outbox messages as rows of their project's partition, by message id.</summary>
static class OutboxRows
{
    public const string Prefix = "message:";

    public static string GetRowKey(string message) => $"{Prefix}{Keys.Escape(message)}";

    /// <param name="order">Messages of a project are read in this order.</param>
    public static TableEntity BuildRow(OutboxMessage message, long order, string commit) => new TableEntity(Keys.Escape(message.ProjectId), GetRowKey(message.Id))
    {
        ["Order"] = order,
        ["Commit"] = commit,
        ["Pending"] = true,
        ["State"] = Enum.GetName(MessageState.Pending),
        ["DueAt"] = InstantColumn.ToNanoseconds(message.NotBefore),
        ["Attempts"] = 0,
        ["Note"] = "",
    }.SetText("Json", RecordJson.Write(message));

    /// <summary>The properties that delivery changes; to be merged into the row.</summary>
    public static TableEntity BuildUpdate(OutboxEntry entry) => new(Keys.Escape(entry.Message.ProjectId), GetRowKey(entry.Message.Id))
    {
        ["Pending"] = entry.IsPending,
        ["State"] = Enum.GetName(entry.State),
        ["DueAt"] = InstantColumn.ToNanoseconds(entry.DueAt),
        ["Attempts"] = entry.Attempts,
        ["Note"] = entry.Note ?? "",
    };

    public static OutboxEntry Read(TableEntity row) => new(
        RecordJson.ReadMessage(row.GetText("Json")),
        Enum.Parse<MessageState>(row.GetString("State")),
        InstantColumn.FromNanoseconds(row.GetInt64("DueAt") ?? 0),
        row.GetInt32("Attempts") ?? 0,
        row.GetString("Note") is { Length: > 0 } note ? note : null);
}
