using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Clients;

/// <summary>What a client changed on the website: recorded and shown to who follows the project. The same again changes nothing.</summary>
static class WebsiteChangeEndpoints
{
    /// <summary><c>PUT /api/projects/{id}</c>.</summary>
    public static async Task<IResult> PutProject(
        string id, HttpContext http, ChangeProjectRequest request, IProjectStore store, ProjectCommands commands, ProjectCommandHandler handler)
    {
        var command = request.ToCommand(await store.LoadDossier(id, http.RequestAborted));
        return await handler.Respond(http, await commands.Record(
            id, command, ApiCaller.Of(http).Actor, ifVersion: IfMatchHeader.ReadVersion(http.Request), change: request.Apply,
            cancellation: http.RequestAborted));
    }

    /// <summary><c>PUT /api/clients/{id}</c>, for all projects of the client. A request that stopped half-way is repeated.</summary>
    public static async Task<IResult> PutClient(
        string id, HttpContext http, ChangeClientRequest request, IProjectIndex index, IProjectStore store, ProjectCommands commands)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        var changed = new List<ChangedProjectResponse>();
        foreach (var project in await index.GetProjectsOfClient(id, cancellation))
        {
            if (await store.LoadDossier(project, cancellation) is { } dossier
                && await commands.Record(project, request.ToCommand(dossier), ApiCaller.Of(http).Actor, change: request.Apply, cancellation: cancellation)
                    is CommandResult.Succeeded done)
            {
                changed.Add(new ChangedProjectResponse(project, done.Project.Version, !done.Entries.IsEmpty));
            }
        }

        return changed.Count == 0 ? Problem.UnknownClient(language) : TypedResults.Ok(new ClientChangeResponse(id, changed));
    }
}
