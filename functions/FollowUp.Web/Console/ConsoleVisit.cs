using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console;

/// <summary>Who looks at the console, in which language, at what time, and what people are called.</summary>
public sealed record ConsoleVisit(
    Staff Staff, Actor Actor, DateTimeText Days, ImmutableArray<Staff> AllStaff, ImmutableDictionary<string, string> Names)
{
    public Language Language => Days.Language;

    public bool IsManager => Staff.Role == Role.Manager;

    public bool IsSales => Staff.Role == Role.Sales;

    public IEnumerable<Staff> Coordinators => AllStaff.Where(s => s.Role == Role.Coordinator);

    /// <summary>The same visit, with these providers' names at hand.</summary>
    public ConsoleVisit WithProviderNames(IEnumerable<ProviderProfile> providers) =>
        this with { Names = Names.SetItems(providers.Select(p => KeyValuePair.Create(p.Id, p.Name))) };

    /// <summary>A colleague's name, or that of a provider that the page knows; the id itself otherwise.</summary>
    public string Name(string id) => Names.GetValueOrDefault(id, id);
}
