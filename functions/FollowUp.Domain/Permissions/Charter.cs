using System.Diagnostics;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Domain.Permissions;

/// <summary>Who may do what: the table of the product page. Every command is checked here, whichever endpoint it comes from.</summary>
public static class Charter
{
    /// <summary>Why this actor may not give this command to this project; null when they may.</summary>
    public static Refusal? GetRefusal(Project project, Command command, Actor actor) => command.Audience switch
    {
        Audience.Staff => GetStaffRefusal(project, actor),
        Audience.Coordinators => actor.Role == Role.Coordinator ? null : GetStaffRefusal(project, actor),
        Audience.StaffAndSales => actor.Role is Role.Coordinator or Role.Manager or Role.Sales ? null : Refusals.NotAllowed,
        Audience.StaffAndClosingClient when actor.Role == Role.Client => project.Closing is { ByClient: true } && IsClient(project, actor) ? null : Refusals.NotAllowed,
        Audience.StaffAndClosingClient when actor.Role == Role.Coordinator && (actor.Id == project.UndoPoint?.By || actor.Id == project.LastNote?.By) => null,
        Audience.StaffAndClosingClient => GetStaffRefusal(project, actor),
        Audience.StaffAndAskedColleague when actor.Role == Role.Coordinator && actor.Id == project.Staffing.TakeOverAskedOf => null,
        Audience.StaffAndAskedColleague => GetStaffRefusal(project, actor),
        Audience.ClientAndStaff when actor.Role == Role.Client => GetClientRefusal(project, actor),
        Audience.ClientAndStaff => GetStaffRefusal(project, actor),
        Audience.ClientStaffAndWebsite => actor.Role switch
        {
            Role.Website => null,
            Role.Client => GetClientRefusal(project, actor),
            _ => GetStaffRefusal(project, actor),
        },
        Audience.Client => GetClientRefusal(project, actor),
        Audience.Website => actor.Role == Role.Website ? null : Refusals.NotAllowed,
        Audience.System => actor.Role == Role.System ? null : Refusals.NotAllowed,

        // The system erases a person when the term ends for which their data may be kept.
        Audience.PersonRights => actor.Role is Role.Manager or Role.Website or Role.System ? null : GetClientRefusal(project, actor),
        _ => throw new UnreachableException($"No rule for {command.Audience}."),
    };

    /// <summary>Whether the actor is a coordinator who does not follow the project.</summary>
    public static bool IsColleague(Project project, Actor actor) => actor.Role == Role.Coordinator && !MayFollow(project, actor);

    static Refusal? GetStaffRefusal(Project project, Actor actor) => actor.Role switch
    {
        Role.Manager => null,
        Role.Coordinator => MayFollow(project, actor) ? null : Refusals.NotYourProject,
        Role.Sales => Refusals.SalesDoNotFollowUp,
        Role.Website or Role.Client or Role.Provider or Role.System => Refusals.NotAllowed,
        _ => throw new UnreachableException($"No rule for {actor.Role}."),
    };

    static Refusal? GetClientRefusal(Project project, Actor actor) =>
        actor.Role != Role.Client ? Refusals.NotAllowed : IsClient(project, actor) ? null : Refusals.NotYourProject;

    static bool IsClient(Project project, Actor actor) => actor.Id == project.ClientId;

    /// <summary>A coordinator follows their own projects, those of the person they stand in for, and those that have no coordinator.</summary>
    static bool MayFollow(Project project, Actor actor) =>
        project.Coordinator is null
        || actor.Id == project.Coordinator
        || actor.Id == project.Staffing.StandIn
        || (!actor.StandsInFor.IsDefault && actor.StandsInFor.Contains(project.Coordinator));
}
