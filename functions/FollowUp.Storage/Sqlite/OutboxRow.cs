using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;

namespace FollowUp.Storage.Sqlite;

/// <summary>A message as it is stored at first, serialized by its caller.</summary>
readonly record struct OutboxRow(string Id, long DueAt, string Json)
{
    public static OutboxRow Of(OutboxMessage message) => new(message.Id, StoredInstant.ToNanoseconds(message.NotBefore), RecordJson.Write(message));
}
