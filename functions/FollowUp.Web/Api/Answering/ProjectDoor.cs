using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>Gives a command to a project and answers with what became of it.</summary>
sealed class ProjectDoor(FollowUp.Application.Projects.ProjectCommands desk, ProjectQueries reader)
{
    /// <summary>200 with the project after the command; a repeat gets the first answer, word for word.</summary>
    public async Task<IResult> Give(HttpContext http, string id, Command command, IdempotencyKey? once) =>
        await Record(http, id, command, once) switch
        {
            CommandResult.Succeeded done => await Show(http, id, done),
            var refused => Problem.Of(refused, http.Request.AcceptedLanguage()),
        };

    public Task<CommandResult> Record(HttpContext http, string id, Command command, IdempotencyKey? once) => desk.Record(
        id, command, Caller.Of(http).Actor, once, IfMatch.Version(http.Request), cancellation: http.RequestAborted);

    public async Task<IResult> Show(HttpContext http, string id, CommandResult.Succeeded? done = null)
    {
        var language = http.Request.AcceptedLanguage();
        return await reader.Load(id, language, done?.AsOfVersion, http.RequestAborted) is { } view
            ? new ProjectResult(view, language, done is { Created: true })
            : Problem.UnknownProject(language);
    }
}
