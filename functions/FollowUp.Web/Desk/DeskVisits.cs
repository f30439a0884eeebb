using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>Makes a visit of a request: who is signed in, and the names of their colleagues.</summary>
sealed class DeskVisits(DeskSession session, StaffActors actors, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Null when nobody is signed in.</summary>
    public async Task<DeskVisit?> Of(HttpContext context)
    {
        if (await session.Current(context) is not { } staff)
        {
            return null;
        }

        var cancellation = context.RequestAborted;
        var everybody = await directory.AllStaff(cancellation);
        return new DeskVisit(
            staff, await actors.For(staff, cancellation), new DayWords(calendar, context.Language(), time.Now()), everybody,
            everybody.ToImmutableDictionary(s => s.Id, s => s.Name));
    }
}
