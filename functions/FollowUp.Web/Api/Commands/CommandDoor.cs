using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary><c>POST /api/projects/{id}/commands</c>: 200 with the project, or a refusal with its code and sentence.</summary>
static class CommandDoor
{
    public static async Task<IResult> Handle(
        string id, HttpContext http, Body<CommandRequest> body, ProjectDoor door, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var command = await StaffCommands.Read(body.Request, body.Check, directory, body.Aborted);
        return Problem.Of(body.Check) ?? await door.Give(http, id, command, body.Once(Caller.Of(http)));
    }
}
