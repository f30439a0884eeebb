using System.Globalization;
using FollowUp.Application.Projects;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Responses;

/// <summary>Answers with a project: its version is its ETag.</summary>
sealed class ProjectResult(ProjectView view, Language language, bool created = false) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = ProjectResponse.Of(view, language);
        var headers = httpContext.Response.Headers;
        headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{answer.Version}\"");
        if (created)
        {
            headers.Location = $"/api/projects/{answer.Id}";
        }

        var status = created ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        return TypedResults.Json(answer, ApiJsonOptions.Options, statusCode: status).ExecuteAsync(httpContext);
    }
}
