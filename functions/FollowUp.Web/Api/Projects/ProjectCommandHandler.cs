using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary>Gives a command to a project and answers with what became of it.</summary>
sealed class ProjectCommandHandler(FollowUp.Application.Projects.ProjectCommands desk, ProjectQueries reader)
{
    /// <summary>200 with the project after the command; a repeat gets the first answer, word for word.</summary>
    public async Task<IResult> Execute(HttpContext http, string id, Command command, IdempotencyKey? once) =>
        await Record(http, id, command, once) switch
        {
            CommandResult.Succeeded done => await GetProject(http, id, done),
            var refused => Problem.Of(refused, http.GetApiLanguage()),
        };

    public Task<CommandResult> Record(HttpContext http, string id, Command command, IdempotencyKey? once) => desk.Record(
        id, command, ApiCaller.Of(http).Actor, once, IfMatchHeader.ReadVersion(http.Request), cancellation: http.RequestAborted);

    public async Task<IResult> GetProject(HttpContext http, string id, CommandResult.Succeeded? done = null)
    {
        var language = http.GetApiLanguage();
        return await reader.Load(id, language, done?.AsOfVersion, http.RequestAborted) is { } view
            ? new ProjectResult(view, language, done is { Created: true })
            : Problem.UnknownProject(language);
    }
}
