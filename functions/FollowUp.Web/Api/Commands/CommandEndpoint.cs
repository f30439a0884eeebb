using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Commands;

/// <summary><c>POST /api/projects/{id}/commands</c>: 200 with the project, or a refusal with its code and sentence.</summary>
static class CommandEndpoint
{
    public static async Task<IResult> Handle(string id, HttpContext http, CommandRequest request, CommandRunner runner, ProjectCommandHandler handler) =>
        await handler.Respond(http, await runner.Run(
            id, request, ApiCaller.Of(http).Actor, IdempotencyKeyHeader.Read(http, request), IfMatchHeader.ReadVersion(http.Request), http.RequestAborted));
}
