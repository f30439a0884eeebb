using System.Globalization;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Web.Api.Responses;

/// <summary>Answers with a project. The ETag is its version.</summary>
/// <param name="created">Answers 201 with the project's address, else 200.</param>
/// <param name="passedOn">Answers 202: what was reported was passed on to staff and changed no more than the timeline.</param>
sealed class ProjectResult(ProjectView view, Language language, bool created = false, bool passedOn = false) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = ProjectResponse.Of(view, language, forStaff: ApiCaller.Find(httpContext.User) is { Staff: not null });
        httpContext.Response.GetTypedHeaders().ETag =
            new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{response.Version}\""));
        return created
            ? TypedResults.Created($"/api/projects/{response.Id}", response).ExecuteAsync(httpContext)
            : passedOn ? TypedResults.Accepted((string?)null, response).ExecuteAsync(httpContext)
            : TypedResults.Ok(response).ExecuteAsync(httpContext);
    }
}
