using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Console;

/// <summary>Makes the <see cref="ConsoleVisit"/> of a request. Reads the staff once.</summary>
sealed class ConsoleVisitFactory(StaffActorResolver actors, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Null without a session, or when the person is no longer staff.</summary>
    public async Task<ConsoleVisit?> Create(HttpContext context)
    {
        if (await StaffSession.GetStaffId(context) is not { } staffId)
        {
            return null;
        }

        var allStaff = await directory.AllStaff(context.RequestAborted);
        return allStaff.FirstOrDefault(s => s.Id == staffId) is { } staff
            ? new ConsoleVisit
            {
                Staff = staff,
                Actor = actors.Resolve(staff, allStaff),
                Days = new DateTimeText(calendar, context.GetLanguage(), time.GetCurrentInstant()),
                AllStaff = allStaff,
                Names = allStaff.ToImmutableDictionary(s => s.Id, s => s.Name),
            }
            : null;
    }
}
