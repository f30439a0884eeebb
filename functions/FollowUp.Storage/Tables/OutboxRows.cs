using Azure.Data.Tables;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Outbox;

namespace FollowUp.Storage.Tables;

/// <summary>Owed messages, rows of their project's partition by their id.</summary>
static class OutboxRows
{
    public const string Prefix = "message:";

    public static string KeyOf(string message) => $"{Prefix}{Keys.Part(message)}";

    /// <param name="order">Where it stands among the messages of its project.</param>
    public static TableEntity Of(OutboxMessage message, long order, string commit) => new TableEntity(Keys.Part(message.ProjectId), KeyOf(message.Id))
    {
        ["Order"] = order,
        ["Commit"] = commit,
        ["Pending"] = true,
        ["State"] = Enum.GetName(MessageState.Pending),
        ["DueAt"] = SortableInstant.Write(message.NotBefore),
        ["Attempts"] = 0,
        ["Note"] = "",
    }.With("Json", ProjectJson.Write(message));

    /// <summary>What changes as a message goes its way; to be merged.</summary>
    public static TableEntity Mark(OutboxEntry entry) => new(Keys.Part(entry.Message.ProjectId), KeyOf(entry.Message.Id))
    {
        ["Pending"] = entry.IsPending,
        ["State"] = Enum.GetName(entry.State),
        ["DueAt"] = SortableInstant.Write(entry.DueAt),
        ["Attempts"] = entry.Attempts,
        ["Note"] = entry.Note ?? "",
    };

    public static OutboxEntry Read(TableEntity row) => new(
        ProjectJson.ReadMessage(row.Text("Json")),
        Enum.Parse<MessageState>(row.GetString("State")),
        SortableInstant.Read(row.GetInt64("DueAt") ?? 0),
        row.GetInt32("Attempts") ?? 0,
        row.GetString("Note") is { Length: > 0 } note ? note : null);
}
