using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Preferences;
using FollowUp.Web.Console.SignIn;
using FollowUp.Web.Shared;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Console;

/// <summary>Makes the <see cref="ConsoleVisit"/> of a request. Reads the staff member of the session and the staff, once each.</summary>
sealed class ConsoleVisitFactory(StaffActorResolver actors, IDirectory directory, PolicyLoader policies, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Answers a request of a staff member; a request without a session is led to the sign-in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">Called with the visit.</param>
    /// <param name="project">The id of the project whose page opens after the sign-in; null for the day.</param>
    public async Task<IResult> Answer(HttpContext context, Func<ConsoleVisit, Task<IResult>> answer, string? project = null) =>
        await Create(context) is { } visit ? await answer(visit) : ConsoleResults.SignIn(project);

    /// <summary>Null without a session, or when the staff member left since it was opened.</summary>
    public async Task<ConsoleVisit?> Create(HttpContext context)
    {
        if (await StaffSession.FindStaff(context, directory) is not { } staff)
        {
            return null;
        }

        // The list may be some seconds old, the staff member is not.
        ImmutableArray<Staff> allStaff = [.. (await directory.AllStaff(context.RequestAborted)).Select(s => s.Id == staff.Id ? staff : s)];
        var former = await directory.FormerStaff(context.RequestAborted);
        var language = context.GetChosenLanguage() ?? staff.ScreenLanguage ?? Language.French;
        return new ConsoleVisit
        {
            Staff = staff,
            Actor = actors.Resolve(staff, allStaff),
            Days = new DateTimeText(calendar, language, time.GetCurrentInstant()),
            AllStaff = allStaff,
            Policy = await policies.Load(coordinator: null, context.RequestAborted),
            Preferences = ConsolePreferences.Read(context),
            Names = allStaff.Concat(former).ToImmutableDictionary(s => s.Id, s => s.GetDisplayName(language)),
        };
    }
}
