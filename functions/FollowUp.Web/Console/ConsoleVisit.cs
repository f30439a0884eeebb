using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Preferences;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console;

/// <summary>One request to the console: the staff member, their rights, language and time, and the names of people.</summary>
public sealed record ConsoleVisit
{
    public required Staff Staff { get; init; }

    public required Actor Actor { get; init; }

    public required DateTimeText Days { get; init; }

    public required ImmutableArray<Staff> AllStaff { get; init; }

    /// <summary>Names of staff, and of the providers added by <see cref="WithProviderNames"/>, by id.</summary>
    public required ImmutableDictionary<string, string> Names { get; init; }

    /// <summary>Cadences and calendar, by which a number may be dialled or not.</summary>
    public required Policy Policy { get; init; }

    /// <summary>How the console behaves in the staff member's browser.</summary>
    public ConsolePreferences Preferences { get; init; } = new();

    public Language Language => Days.Language;

    public bool IsManager => Staff.Role == Role.Manager;

    public bool IsSales => Staff.Role == Role.Sales;

    /// <summary>Whether the department is set up.</summary>
    public bool HasManager => AllStaff.Any(s => s.Role == Role.Manager);

    public IEnumerable<Staff> Coordinators => AllStaff.Where(s => s.Role == Role.Coordinator);

    /// <summary>Whether the client of a project may be called now, as far as the project knows.</summary>
    public CallPermission GetCallPermission(Project project) => CallPermission.ToDial(project, project.Contact, Policy, Days.Now);

    /// <summary>The same visit with these providers' names.</summary>
    public ConsoleVisit WithProviderNames(IEnumerable<ProviderProfile> providers) =>
        this with { Names = Names.SetItems(providers.Select(p => KeyValuePair.Create(p.Id, p.Name))) };

    /// <summary>The name of a staff member or provider; the id itself when the name is not known.</summary>
    public string Name(string id) => Names.GetValueOrDefault(id, id);

    public Staff? FindStaff(string? id) => AllStaff.FirstOrDefault(s => s.Id == id);
}
