using FollowUp.Application.Ports;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace FollowUp.Web.Api.Projects;

/// <summary>
/// <c>GET /api/projects?changedSince=TIME&amp;after=ID</c>: ids, versions and phases of the projects that changed at a time or later, so that the website
/// can compare them with its own. Without <c>changedSince</c>: all. The <c>Link</c> header names the next page (<c>rel="next"</c>).
/// </summary>
/// <remarks>It reads a row of each project of the store: for a reconciliation a day, not for one a minute.</remarks>
static class ChangedProjectsEndpoint
{
    /// <summary>Longer pages than those of the other lists: an item has a few fields.</summary>
    public const int PageSize = 200;

    const int MaxIdLength = 300;

    public static async Task<IResult> Handle(HttpContext http, string? changedSince, string? after, IProjectStore store)
    {
        var since = Instant.MinValue;
        if (changedSince is not null)
        {
            // An unescaped plus sign of an offset arrives as a space.
            if (ParisInstantConverter.Read(changedSince.Replace(' ', '+')) is not { } parsed)
            {
                return Problem.Invalid("changedSince", JsonFault.Expect(typeof(Instant)), http.GetLanguage());
            }

            since = parsed;
        }

        var known = after is { Length: > 0 and <= MaxIdLength } ? after : null;
        var changed = await store.ReadChanged(since, known, PageSize + 1, http.RequestAborted);
        return TypedResults.Ok(NextPageLink.CutPage(http, changed, item => item.Project.Id, PageSize).Select(ListedProjectResponse.Of).ToArray());
    }
}
