using System.Globalization;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary>
/// <c>GET /api/projects/{id}?before=SEQ</c>: the project with a page of its timeline, for the website and for staff. Without <c>before</c> the page
/// holds the newest entries; the <c>Link</c> header names the page of the entries before them (<c>rel="prev"</c>).
/// </summary>
static class GetProjectEndpoint
{
    /// <summary>The most timeline entries in one answer.</summary>
    public const int PageSize = 50;

    static readonly LocalizedText MustBeSequenceNumber = new("est un nombre entier de 1 ou plus", "is a whole number of 1 or more");

    public static async Task<IResult> Handle(string id, string? before, HttpContext http, ProjectQueries queries, IProjectStore store)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        if (!TryParse(before, out var end))
        {
            return Problem.Invalid("before", MustBeSequenceNumber, language);
        }

        if (await store.Load(id, cancellation) is not { } stored)
        {
            return Problem.UnknownProject(language);
        }

        // Sales may see the coordinator and the phase. The timeline holds what the follow-up learned, which they may not see.
        var last = ApiCaller.Of(http).Actor.Role == Role.Sales ? 0 : Math.Min(end - 1, stored.Project.Version);
        var first = Math.Max(1, last - PageSize + 1);
        if (first > 1)
        {
            http.Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"</api/projects/{Uri.EscapeDataString(id)}?before={first}>; rel=\"prev\"");
        }

        return new ProjectResult(await queries.LoadPage(stored, first, last, language, cancellation), language);
    }

    static bool TryParse(string? before, out long end)
    {
        end = long.MaxValue;
        return before is null || (long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out end) && end > 0);
    }
}
