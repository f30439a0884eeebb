using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>Who looks at the console, in which language, at what time, and what people and providers are called.</summary>
public sealed record DeskVisit(
    Staff Staff, Actor Actor, DayWords Days, ImmutableArray<Staff> AllStaff, ImmutableDictionary<string, string> Names)
{
    public Language Language => Days.Language;

    public bool IsManager => Staff.Role == Role.Manager;

    public bool IsSales => Staff.Role == Role.Sales;

    public IEnumerable<Staff> Coordinators => AllStaff.Where(s => s.Role == Role.Coordinator);

    public string Name(string id) => Names.GetValueOrDefault(id, id);
}
