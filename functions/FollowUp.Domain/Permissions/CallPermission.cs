using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Domain.Permissions;

/// <summary>Whether a client may be called at an instant, and from when if not.</summary>
/// <param name="Obstacle">What stands in the way.</param>
/// <param name="From">The first instant at which a call is allowed; null when one is allowed now, or when no date is known.</param>
public readonly record struct CallPermission(CallObstacle Obstacle, Instant? From = null)
{
    /// <summary>An agreed call may be made a little early.</summary>
    static readonly Duration EarlyBy = Duration.FromMinutes(15);

    /// <summary>Whether a call is allowed.</summary>
    public bool IsAllowed => Obstacle == CallObstacle.None;

    /// <summary>The permission to dial the number on file.</summary>
    /// <param name="project">The project.</param>
    /// <param name="contact">How the client may be contacted, over all their projects.</param>
    /// <param name="policy">Cadences and calendar. A coordinator's own hours forbid nothing.</param>
    /// <param name="at">When the call would take place.</param>
    public static CallPermission ToDial(Project project, ContactRights contact, Policy policy, Instant at) =>
        !project.IsOpen && project.ReplyWaitsSince is null ? new CallPermission(CallObstacle.ProjectClosed)
        : project.IsNumberWrong ? new CallPermission(CallObstacle.NumberWrong)
        : Get(project, contact, policy, at);

    /// <summary>The rules for a call by whatever number. An agreed call is allowed whatever its hour.</summary>
    internal static CallPermission Get(Project project, ContactRights contact, Policy policy, Instant at)
    {
        if (project.Agenda.AgreedCall is { } agreed && at >= agreed - EarlyBy)
        {
            return new CallPermission(CallObstacle.None);
        }

        var table = policy.TableFor(project);
        var calendar = policy.GetClientCalendar(project.CalledAs, project.TimeZone);
        Instant NextOpen(Instant from) => calendar.NextOpen(from, table.Calls).At;
        if (!contact.MayCall)
        {
            return new CallPermission(CallObstacle.NotAllowed);
        }

        if (contact.LeftAloneSince is not null)
        {
            return new CallPermission(CallObstacle.LeftAlone);
        }

        if (project.Phase != Phase.AwaitingValidation && !policy.MayRelaunch(project.ClientType, project.Category))
        {
            return new CallPermission(CallObstacle.CategoryNotRelaunched);
        }

        // A call that answers what the client wrote is no relaunch.
        if (project is { ClientType: ClientType.Person, Phase: not Phase.AwaitingValidation, ReplyWaitsSince: null } && !contact.MayRelaunchByPhone)
        {
            return new CallPermission(CallObstacle.OnlyForRequest);
        }

        if (contact.QuietUntil is { } quietUntil && at < quietUntil)
        {
            return new CallPermission(CallObstacle.QuietDays, NextOpen(quietUntil));
        }

        if (CallRules.GetNextAllowedCall(contact.RecentCalls, at, table.Cap, policy.Calendar) is { } free)
        {
            return new CallPermission(CallObstacle.CapReached, NextOpen(free));
        }

        var open = NextOpen(at);
        return open == at ? new CallPermission(CallObstacle.None) : new CallPermission(CallObstacle.OutsideHours, open);
    }
}
