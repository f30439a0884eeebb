using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console;

/// <summary>Makes a visit of a request: who is signed in, and the names of their colleagues.</summary>
sealed class ConsoleVisitFactory(StaffSession session, StaffActorResolver actors, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Null when nobody is signed in.</summary>
    public async Task<ConsoleVisit?> Create(HttpContext context)
    {
        if (await session.FindStaff(context) is not { } staff)
        {
            return null;
        }

        var cancellation = context.RequestAborted;
        var everybody = await directory.AllStaff(cancellation);
        return new ConsoleVisit(
            staff, await actors.Resolve(staff, cancellation), new DateTimeText(calendar, context.GetLanguage(), time.GetCurrentInstant()), everybody,
            everybody.ToImmutableDictionary(s => s.Id, s => s.Name));
    }
}
