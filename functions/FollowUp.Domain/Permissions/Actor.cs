using System.Collections.Immutable;

namespace FollowUp.Domain.Permissions;

/// <summary>Who gives a command; the columns of the product page's table "Who may do what", and time itself.</summary>
public enum Role
{
    Website,
    Client,
    Coordinator,
    Manager,
    Sales,
    Provider,

    /// <summary>Time passing, a timer, a mail service's report: nobody decides.</summary>
    System,
}

/// <summary>The person or the machine behind a command.</summary>
/// <param name="Id">A staff member's mail address, a client's or provider's id, <c>website</c> or <c>time</c>.</param>
/// <param name="StandsInFor">Coordinators whose projects this one follows while they are absent.</param>
public sealed record Actor(Role Role, string Id, ImmutableArray<string> StandsInFor = default)
{
    public static readonly Actor Time = new(Role.System, "time");
    public static readonly Actor Website = new(Role.Website, "website");

    public bool IsStaff => Role is Role.Coordinator or Role.Manager or Role.Sales;

    public static Actor Client(string id) => new(Role.Client, id);
}
