using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Sqlite;

/// <summary>What the read models know of a project, in columns of its row.</summary>
/// <param name="Providers">Their ids, one a line; null for none.</param>
/// <param name="Awaited">See <see cref="Project.StaffOutsideQueue"/>.</param>
readonly record struct IndexedColumns(
    bool Open, string Phase, string? Coordinator, string? StandIn, long? NextAt, long? WakeAt, string? Providers, string? Awaited, long? ClosedAt)
{
    /// <summary>In the order of <see cref="Read"/> and <see cref="BindTo"/>.</summary>
    public const string Names = "open, phase, coordinator, stand_in, next_at, wake_at, providers, awaited, closed_at";

    public static IndexedColumns Of(Project project) => new(
        project.IsOpen,
        FormatPhase(project.Phase),
        project.Coordinator,
        project.StandIn,
        StoredInstant.ToNanoseconds(project.Next?.DueAt),
        StoredInstant.ToNanoseconds(project.WakeAt),
        project.Providers.IsDefaultOrEmpty ? null : string.Join('\n', project.Providers.Select(standing => standing.Provider).Distinct()),
        project.StaffOutsideQueue,
        StoredInstant.ToNanoseconds(project.ClosedAt));

    public static IndexedColumns Read(Row row, int first) => new(
        row.Number(first) == 1,
        row.Text(first + 1),
        row.TextOrNull(first + 2),
        row.TextOrNull(first + 3),
        row.NumberOrNull(first + 4),
        row.NumberOrNull(first + 5),
        row.TextOrNull(first + 6),
        row.TextOrNull(first + 7),
        row.NumberOrNull(first + 8));

    public static string FormatPhase(Phase phase) => Enum.GetName(phase)!;

    public Statement BindTo(Statement statement) =>
        statement.Bind(Open ? 1 : 0).Bind(Phase).Bind(Coordinator).Bind(StandIn).Bind(NextAt).Bind(WakeAt).Bind(Providers)
            .Bind(Awaited).Bind(ClosedAt);

    public string[] ProviderIds() => Providers?.Split('\n') ?? [];
}
