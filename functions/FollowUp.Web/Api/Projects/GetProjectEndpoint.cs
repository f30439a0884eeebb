using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary><c>GET /api/projects/{id}</c>, for the website and for staff.</summary>
static class GetProjectEndpoint
{
    public static async Task<IResult> Handle(string id, HttpContext http, ProjectQueries reader)
    {
        var language = http.GetApiLanguage();
        if (await reader.Load(id, language, cancellation: http.RequestAborted) is not { } view)
        {
            return Problem.UnknownProject(language);
        }

        // Sales may ask who is in charge, and where a project stands; what the follow-up learned is none of theirs.
        return new ProjectResult(ApiCaller.Of(http).Actor.Role == Role.Sales ? view with { Timeline = [] } : view, language);
    }
}
