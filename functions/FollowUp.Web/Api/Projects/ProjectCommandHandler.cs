using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary>Runs a command of the API's caller on a project, with the caller's <c>If-Match</c>.</summary>
sealed class ProjectCommandHandler(ProjectCommands commands, ProjectQueries queries)
{
    /// <summary>200 with the project after the command and the entries that it added; a repeat under a key gets the first answer.</summary>
    public async Task<IResult> Execute(HttpContext http, string id, Command command, IdempotencyKey? key) =>
        await Respond(http, await Record(http, id, command, key));

    /// <param name="loaded">The project as the endpoint has loaded it; null when it has not.</param>
    /// <param name="change">What the command changes of the personal data; null when it changes none.</param>
    public Task<CommandResult> Record(HttpContext http, string id, Command command, IdempotencyKey? key, StoredProject? loaded = null, Func<Dossier, Dossier>? change = null) =>
        commands.Record(
            id, command, ApiCaller.Of(http).Actor, key, IfMatchHeader.ReadVersion(http.Request), change, loaded, http.RequestAborted);

    /// <summary>Answers with the project that the command has in hand; nothing is loaded again.</summary>
    /// <param name="isPassedOn">Whether an accepted command was passed on to staff: 202 instead of 200.</param>
    public async Task<IResult> Respond(HttpContext http, CommandResult result, bool isPassedOn = false)
    {
        var language = http.GetLanguage();
        return result is CommandResult.Succeeded done
            ? new ProjectResult(await queries.CreateView(done, language, http.RequestAborted), language, done.Created, isPassedOn)
            : Problem.Of(result, language);
    }
}
