using FollowUp.Application.Json;
using FollowUp.Domain.Outbox;

namespace FollowUp.Storage.Sqlite;

/// <summary>A message as it is stored at first, serialized by its caller.</summary>
readonly record struct OwedRow(string Id, long DueAt, string Json)
{
    public static OwedRow Of(OutboxMessage message) => new(message.Id, StoredInstant.Write(message.NotBefore), ProjectJson.Write(message));
}
