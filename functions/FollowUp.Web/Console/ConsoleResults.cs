using FollowUp.Domain.Permissions;
using FollowUp.Web.Console.Staffing;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console;

/// <summary>The answers that pages of the console have in common.</summary>
static class ConsoleResults
{
    /// <summary>For a request without a session.</summary>
    /// <param name="project">The id of the project whose page opens after the sign-in; null for the day. An id that is too long for one is left out.</param>
    public static IResult SignIn(string? project = null) =>
        Results.Extensions.SeeOther(ConsoleAddresses.SignIn(project is { Length: <= 100 } ? project : null));

    /// <summary>For a staff member who may not open the page or do what they asked.</summary>
    public static IResult Refuse(ConsoleVisit visit, Refusal refusal) =>
        PageResult.Create<RefusedPage>(visit.Language, new RefusedViewModel(visit, refusal), StatusCodes.Status403Forbidden);
}
