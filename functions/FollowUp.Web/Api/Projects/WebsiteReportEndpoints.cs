using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Web.Api.Requests;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary>What the website reports of a project: a provider's action, a client's signal.</summary>
static class WebsiteReportEndpoints
{
    public static Task<IResult> ProviderAction(string id, HttpContext http, ProviderActionRequest request, ProjectCommandHandler handler) =>
        handler.Execute(
            http, id, new ReportProviderAction(request.Provider!, request.Kind!.Value, request.At!.Value), IdempotencyKeyHeader.Read(http, request));

    /// <summary>On a dead project 202: the signal was passed on to staff.</summary>
    public static async Task<IResult> Signal(string id, HttpContext http, SignalRequest request, ProjectCommandHandler handler)
    {
        // A client who cancels shows interest in no provider.
        var provider = request.Kind == SignalKind.Cancelled ? null : request.Provider;
        var result = await handler.Record(
            http, id, new ReportSignal(request.Kind!.Value, provider, request.At!.Value, request.Amount), IdempotencyKeyHeader.Read(http, request));
        return await handler.Respond(http, result, result is CommandResult.Succeeded done && IsPassedOn(done));
    }

    /// <summary>Whether the project was dead before the signal, and not by it.</summary>
    static bool IsPassedOn(CommandResult.Succeeded done) => done.Project.Phase == Phase.Dead
        && !done.Entries.Any(e => e.Recorded.Event is ProjectClosed)
        && (done.Project.IsReopeningPending || done.Entries.Any(e => e.Recorded.Event is ClientSignalled));
}
