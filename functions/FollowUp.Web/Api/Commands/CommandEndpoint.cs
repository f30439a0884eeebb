using FollowUp.Application.Ports;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Masking;
using Microsoft.AspNetCore.Http;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Commands;

/// <summary><c>POST /api/projects/{id}/commands</c>: 200 with the project, or a refusal with its code and sentence.</summary>
static class CommandEndpoint
{
    public static async Task<IResult> Handle(
        string id, HttpContext http, CommandRequest request, ProjectCommandHandler handler, IProjectStore store, SharedTextGate gate, TimeProvider time)
    {
        var (command, key) = (request.ToCommand(time.GetCurrentInstant()), IdempotencyKeyHeader.Read(http, request));
        var stored = request.SharedText is null && request is not WithdrawNoteRequest ? null : await store.Load(id, http.RequestAborted);
        if (stored is not null && await gate.FindNoteRefusal(stored, request, http.RequestAborted) is { } refusal)
        {
            return Problem.Of(refusal, http.GetLanguage());
        }

        return stored is not null && await gate.FindStop(stored, request, command, ApiCaller.Of(http).Actor, key, http.RequestAborted) is { } stop
            ? Problem.Of(stop.Refusal, http.GetLanguage())
            : await handler.Respond(http, await handler.Record(http, id, command, key, stored, request.DossierChange));
    }
}
