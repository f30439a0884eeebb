using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Shared;

/// <summary>Makes a member of staff the actor of the permission rules: the person, with the absent colleagues that they stand in for today.</summary>
public sealed class StaffActorResolver(IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    public async ValueTask<Actor> Resolve(Staff staff, CancellationToken cancellation = default)
    {
        var today = calendar.DateOf(time.GetCurrentInstant());
        var absent = (await directory.AllStaff(cancellation)).Where(s => s.AbsenceOn(today)?.StandIn == staff.Id);
        return new Actor(staff.Role, staff.Id, [.. absent.Select(s => s.Id)]);
    }
}
