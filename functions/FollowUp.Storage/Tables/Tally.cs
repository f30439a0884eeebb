using System.Text.Json;
using Azure.Data.Tables;

namespace FollowUp.Storage.Tables;

/// <summary>
/// How many projects a partition of the index has in each phase, and each coordinator's open ones: counted in the transaction that moves a
/// project, so that none is counted twice, and an assignment need not count them all.
/// </summary>
sealed record Tally(Dictionary<string, int> Phases, Dictionary<string, Tally.Load> Loads)
{
    public const string Row = "tally";

    /// <param name="ServedAt">The last assignment; see <see cref="SortableInstant"/>.</param>
    public sealed record Load(int Open, long? ServedAt);

    public static Tally Read(TableEntity? row) =>
        row is null ? new Tally([], []) : JsonSerializer.Deserialize<Tally>(row.Text("Json")) ?? throw new JsonException("A tally is never null.");

    public TableEntity Write(string partition) => new TableEntity(partition, Row).With("Json", JsonSerializer.Serialize(this));

    public static bool Changes(Footprint? before, Footprint after) =>
        before?.Phase != after.Phase || OpenOf(before) != OpenOf(after);

    /// <param name="at">When the decision was taken; null when there was none and so nobody was assigned.</param>
    public Tally Move(Footprint? before, Footprint after, long? at)
    {
        var moved = new Tally(new(Phases), new(Loads));
        if (before?.Phase != after.Phase)
        {
            if (before is not null) moved.Phases[before.Phase] = moved.Phases.GetValueOrDefault(before.Phase) - 1;
            moved.Phases[after.Phase] = moved.Phases.GetValueOrDefault(after.Phase) + 1;
        }

        if (OpenOf(before) is { } was) moved.Add(was, -1, null);
        if (OpenOf(after) is { } now) moved.Add(now, 1, before?.Coordinator != after.Coordinator ? at : null);
        return moved;
    }

    static string? OpenOf(Footprint? project) => project is { Open: true } ? project.Coordinator : null;

    void Add(string coordinator, int change, long? served)
    {
        var load = Loads.GetValueOrDefault(coordinator) ?? new Load(0, null);
        Loads[coordinator] = new Load(load.Open + change, Later(load.ServedAt, served));
    }

    static long? Later(long? one, long? other) => one is null || other > one ? other ?? one : one;
}
