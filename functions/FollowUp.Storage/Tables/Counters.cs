using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// The workload counters of one partition of the index. The transaction that moves a project's rows also writes them, so each change counts
/// once. Stored as JSON under the names of the members.
/// </summary>
/// <param name="Phases">Numbers of projects by phase that earlier versions wrote. Stored unchanged; nothing reads them.</param>
/// <param name="Loads">By coordinator.</param>
sealed record Counters(Dictionary<string, int> Phases, Dictionary<string, Counters.Load> Loads)
{
    public const string RowKey = "tally";

    /// <param name="Open">The number of open projects.</param>
    /// <param name="ServedAt">The last assignment; see <see cref="InstantColumn"/>.</param>
    public sealed record Load(int Open, long? ServedAt);

    /// <param name="row">Null where nothing was counted yet.</param>
    public static Counters Read(TableEntity? row) =>
        row is null ? new Counters([], []) : JsonSerializer.Deserialize<Counters>(row.GetText("Json")) ?? throw new JsonException("The counters of a partition are null.");

    public TableEntity Write(string partition) => new TableEntity(partition, RowKey).SetText("Json", JsonSerializer.Serialize(this));

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
