using FollowUp.Domain.Projects;

namespace FollowUp.Storage.Shared;

/// <summary>The fields of a project that both stores find it by. Instants are in the form of <see cref="InstantColumn"/>.</summary>
/// <param name="Phase">The name of the <see cref="Domain.Projects.Phase"/> member.</param>
/// <param name="NextAt">When the next action is due.</param>
/// <param name="Providers">Provider ids, one a line, each once; null for none.</param>
/// <param name="Awaited">See <see cref="Project.StaffOutsideQueue"/>.</param>
readonly record struct IndexedFields(
    bool Open, string Phase, string? Coordinator, string? StandIn, long? NextAt, long? WakeAt, string? Providers, string? Awaited, long? ClosedAt)
{
    public static IndexedFields Of(Project project) => new(
        project.IsOpen,
        FormatPhase(project.Phase),
        project.Coordinator,
        project.Staffing.StandIn,
        InstantColumn.ToNanoseconds(project.Next?.DueAt),
        InstantColumn.ToNanoseconds(project.WakeAt),
        project.Providers.IsDefaultOrEmpty ? null : string.Join('\n', project.Providers.Select(state => state.Provider).Distinct()),
        project.StaffOutsideQueue,
        InstantColumn.ToNanoseconds(project.Closing?.At));

    public static string FormatPhase(Phase phase) => Enum.GetName(phase)!;

    /// <summary>See <see cref="Project.InCharge"/>.</summary>
    public string? InCharge => StandIn ?? Coordinator;

    public ProjectAssignment Assignment => new(Coordinator, Open);

    public string[] ProviderIds => Providers?.Split('\n') ?? [];
}
