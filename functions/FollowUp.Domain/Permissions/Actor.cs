using System.Collections.Immutable;

namespace FollowUp.Domain.Permissions;

/// <summary>Who gives a command: a client, a provider, a staff member or a machine.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Id">A staff member's mail address, a client's or provider's id, <c>website</c> or <c>time</c>.</param>
/// <param name="StandsInFor">The ids of the absent coordinators whose projects this one follows.</param>
public sealed record Actor(Role Role, string Id, ImmutableArray<string> StandsInFor = default)
{
    /// <summary>The system: the clock, scheduled jobs, the assignment rules and the mail service's reports. The stored id is <c>time</c>.</summary>
    public static readonly Actor Time = new(Role.System, "time");

    /// <summary>The website.</summary>
    public static readonly Actor Website = new(Role.Website, "website");

    /// <summary>Whether it is a staff member.</summary>
    public bool IsStaff => Role is Role.Coordinator or Role.Manager or Role.Sales;

    /// <summary>A client.</summary>
    /// <param name="id">The client's id.</param>
    public static Actor Client(string id) => new(Role.Client, id);
}
