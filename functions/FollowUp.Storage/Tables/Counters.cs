using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// Workload counters of one partition of the index: those of one process, or of processes that ended. The transaction that moves a project's rows also
/// writes them, so each change counts once; see <see cref="WorkloadCounters"/>. Stored as JSON under the names of the members.
/// </summary>
/// <param name="Phases">Numbers of projects by phase that earlier versions wrote. Stored unchanged; nothing reads them.</param>
/// <param name="Loads">By coordinator.</param>
sealed record Counters(Dictionary<string, int> Phases, Dictionary<string, Counters.Load> Loads)
{
    /// <summary>The row of processes that ended and of earlier versions. That of a process that runs has a suffix.</summary>
    public const string RowKey = "tally";

    public static readonly Counters Empty = new([], []);

    /// <param name="Open">The number of open projects.</param>
    /// <param name="ServedAt">The last assignment; see <see cref="InstantColumn"/>.</param>
    public sealed record Load(int Open, long? ServedAt);

    /// <param name="row">Null where nothing was counted yet.</param>
    public static Counters Read(TableEntity? row) =>
        row is null ? Empty : JsonSerializer.Deserialize<Counters>(row.GetText("Json")) ?? throw new JsonException("The counters of a partition are null.");

    public TableEntity Write(string partition, string rowKey) => new TableEntity(partition, rowKey).SetText("Json", JsonSerializer.Serialize(this));

    public Counters Add(Counters other) => Apply(
        [.. other.Loads.Select(load => new WorkloadChange(load.Key, load.Value.Open, load.Value.ServedAt))]);

    public Counters Apply(ImmutableArray<WorkloadChange> changes)
    {
        var loads = new Dictionary<string, Load>(Loads);
        foreach (var change in changes)
        {
            var load = loads.GetValueOrDefault(change.Coordinator) ?? new Load(0, null);
            loads[change.Coordinator] = new Load(load.Open + change.Open, GetLater(load.ServedAt, change.AssignedAt));
        }

        return this with { Loads = loads };
    }

    static long? GetLater(long? one, long? other) => one is null || other > one ? other ?? one : one;
}
