using System.Text.Json;
using Azure.Data.Tables;
using FollowUp.Storage.Shared;

namespace FollowUp.Storage.Tables;

/// <summary>
/// How many projects a partition of the index has in each phase, and each coordinator's open ones: counted in the transaction that moves a
/// project, so that none is counted twice, and an assignment need not count them all.
/// </summary>
sealed record Counters(Dictionary<string, int> Phases, Dictionary<string, Counters.Load> Loads)
{
    public const string RowKey = "tally";

    /// <param name="ServedAt">The last assignment; see <see cref="InstantColumn"/>.</param>
    public sealed record Load(int Open, long? ServedAt);

    public static Counters Read(TableEntity? row) =>
        row is null ? new Counters([], []) : JsonSerializer.Deserialize<Counters>(row.GetText("Json")) ?? throw new JsonException("A tally is never null.");

    public TableEntity Write(string partition) => new TableEntity(partition, RowKey).SetText("Json", JsonSerializer.Serialize(this));

    public static bool AreChangedBy(IndexEntry? before, IndexEntry after) =>
        before?.Phase != after.Phase || GetOpenCoordinator(before) != GetOpenCoordinator(after);

    /// <param name="at">When the decision was taken; null when there was none and so nobody was assigned.</param>
    public Counters Update(IndexEntry? before, IndexEntry after, long? at)
    {
        var moved = new Counters(new(Phases), new(Loads));
        if (before?.Phase != after.Phase)
        {
            if (before is not null) moved.Phases[before.Phase] = moved.Phases.GetValueOrDefault(before.Phase) - 1;
            moved.Phases[after.Phase] = moved.Phases.GetValueOrDefault(after.Phase) + 1;
        }

        if (GetOpenCoordinator(before) is { } was) moved.Add(was, -1, null);
        if (GetOpenCoordinator(after) is { } now) moved.Add(now, 1, before?.Coordinator != after.Coordinator ? at : null);
        return moved;
    }

    static string? GetOpenCoordinator(IndexEntry? project) => project is { Open: true } ? project.Coordinator : null;

    void Add(string coordinator, int change, long? served)
    {
        var load = Loads.GetValueOrDefault(coordinator) ?? new Load(0, null);
        Loads[coordinator] = new Load(load.Open + change, Later(load.ServedAt, served));
    }

    static long? Later(long? one, long? other) => one is null || other > one ? other ?? one : one;
}
