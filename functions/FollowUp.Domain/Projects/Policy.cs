using System.Collections.Immutable;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;

namespace FollowUp.Domain.Projects;

/// <summary>All that a decision may depend on besides the project, the command and the instant.</summary>
/// <param name="Cadences">Every version that a live project may still be in a cycle of.</param>
/// <param name="Current">The version that a new cycle takes.</param>
/// <param name="OwnHours">When the coordinator in charge works, where they have hours of their own.</param>
/// <param name="TellsWebsite">Whether a website is configured to be told what changed; without one no webhook is owed.</param>
public sealed record Policy(
    ImmutableDictionary<int, Cadence> Cadences, int Current, WorkingCalendar Calendar, OpeningHours? OwnHours = null, bool TellsWebsite = true)
{
    public static Policy Default { get; } =
        new(ImmutableDictionary<int, Cadence>.Empty.Add(DefaultCadence.Initial.Version, DefaultCadence.Initial),
            DefaultCadence.Initial.Version, WorkingCalendar.France);

    /// <summary>The table that the current cycle of a project runs by.</summary>
    public CadenceTable TableFor(Project project) => GetTable(project.CadenceVersion, project.ClientType);

    /// <summary>The table of one cadence version for one kind of client; that of the current version when the version is not known.</summary>
    public CadenceTable GetTable(int cadenceVersion, ClientType clientType) =>
        (Cadences.TryGetValue(cadenceVersion, out var cadence) ? cadence : Cadences[Current]).For(clientType);

    /// <summary>The call hours of a table within the coordinator's own hours; the table's call hours when the two never overlap.</summary>
    public OpeningHours GetCallHours(CadenceTable table) => OwnHours is { } own ? table.Calls.Intersect(own) ?? table.Calls : table.Calls;
}
