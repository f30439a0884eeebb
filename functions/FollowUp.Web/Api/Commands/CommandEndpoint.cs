using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Commands;

/// <summary><c>POST /api/projects/{id}/commands</c>: 200 with the project, or a refusal with its code and sentence.</summary>
static class CommandEndpoint
{
    public static Task<IResult> Handle(string id, HttpContext http, CommandRequest request, ProjectCommandHandler handler, TimeProvider time) =>
        handler.Execute(http, id, request.ToCommand(time.GetCurrentInstant()), IdempotencyKeyHeader.Read(http, request));
}
