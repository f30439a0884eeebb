using System.Collections.Immutable;
using FollowUp.Application.Absences;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using NodaTime.Extensions;

namespace FollowUp.Web.Shared;

/// <summary>Makes a staff member the actor of the permission rules, with the absent colleagues that they stand in for today.</summary>
public sealed class StaffActorResolver(IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    public async ValueTask<Actor> Resolve(Staff staff, CancellationToken cancellation = default) =>
        Resolve(staff, await directory.AllStaff(cancellation));

    /// <summary>The same from a list of all staff that the caller has read.</summary>
    public Actor Resolve(Staff staff, IEnumerable<Staff> allStaff)
    {
        var today = calendar.DateOf(time.GetCurrentInstant());
        var everybody = allStaff.ToImmutableArray();
        var absent = everybody.Where(s => s.Id != staff.Id && !s.IsPresent(today) && StandInFinder.Find(s, everybody, today)?.Id == staff.Id);
        return new Actor(staff.Role, staff.Id, [.. absent.Select(s => s.Id)]);
    }
}
