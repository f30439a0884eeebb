using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Commands;

/// <summary><c>POST /api/projects/{id}/commands</c>: 200 with the project, or a refusal with its code and sentence.</summary>
static class CommandEndpoint
{
    public static async Task<IResult> Handle(
        string id, HttpContext http, JsonBody<CommandRequest> body, ProjectCommandHandler door, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var command = await StaffCommandMapper.ToCommand(body.Request, body.Validator, directory, body.Aborted);
        return Problem.Of(body.Validator) ?? await door.Execute(http, id, command, body.ReadIdempotencyKey(ApiCaller.Of(http)));
    }
}
