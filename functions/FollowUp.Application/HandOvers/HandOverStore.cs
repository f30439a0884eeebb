using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Application.HandOvers;

/// <summary>The hand-overs that were ordered and are not complete. Thread-safe, also across processes.</summary>
public sealed class HandOverStore(IKeyValueStore settings)
{
    const string Prefix = "hand-over:";

    /// <summary>Orders a hand-over. The same order again, before it is complete, is the same hand-over.</summary>
    public async ValueTask<HandOver> Add(
        string from, string? to, ImmutableArray<string> projects, Instant now, CancellationToken cancellation = default)
    {
        var content = projects.IsDefault ? "all" : string.Join('\n', projects.Order(StringComparer.Ordinal));
        var id = $"{StaffLogId.Of(from)}.{StableHash.ComputeUInt32($"{to}\n{content}").ToString("x8", CultureInfo.InvariantCulture)}";
        var stored = await settings.GetOrSet(Prefix + id, Write(new HandOver(id, from, to, projects, now)), cancellation);
        return Read(stored);
    }

    /// <summary>All hand-overs that are not complete, ordered by id.</summary>
    public async ValueTask<ImmutableArray<HandOver>> All(CancellationToken cancellation = default) =>
        [.. (await settings.List(Prefix, cancellation)).Select(row => Read(row.Value))];

    /// <summary>Removes a hand-over that is complete. May be repeated.</summary>
    public ValueTask Complete(HandOver handOver, CancellationToken cancellation = default) => settings.Remove(Prefix + handOver.Id, cancellation);

    static string Write(HandOver handOver) => JsonSerializer.Serialize(handOver, StoredJson.Options);

    static HandOver Read(string json) =>
        JsonSerializer.Deserialize<HandOver>(json, StoredJson.Options) ?? throw new JsonException("A hand-over is never null.");
}
