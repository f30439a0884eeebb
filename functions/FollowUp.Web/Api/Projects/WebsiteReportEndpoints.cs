using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Projects;

/// <summary>What the website reports of a project: a provider's action, a client's signal.</summary>
static class WebsiteReportEndpoints
{
    public static async Task<IResult> ProviderAction(
        string id, HttpContext http, JsonBody<ProviderActionRequest> body, ProjectCommandHandler door, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Validator);
        await check.RequireKnownProvider(directory, "provider", r.Provider, body.Aborted);
        var at = check.InPast("at", r.At);
        return Problem.Of(check)
            ?? await door.Execute(http, id, new ReportProviderAction(r.Provider!, r.Kind!.Value, at), body.ReadIdempotencyKey(ApiCaller.Website));
    }

    public static async Task<IResult> Signal(string id, HttpContext http, JsonBody<SignalRequest> body, ProjectCommandHandler door, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Validator);
        await check.RequireKnownProvider(directory, "provider", r.Provider, body.Aborted);
        var at = check.InPast("at", r.At);
        var amount = check.Amount("amount", r.Amount);
        if (r.Kind == SignalKind.Awarded)
        {
            check.Require("provider", r.Provider);
        }
        else if (r.Kind is not null)
        {
            check.RequireAbsent("amount", r.Amount, "awarded");
        }

        // Whoever cancels shows no interest in anybody.
        var provider = r.Kind == SignalKind.Cancelled ? null : r.Provider;
        return Problem.Of(check)
            ?? await door.Execute(http, id, new ReportSignal(r.Kind!.Value, provider, at, amount), body.ReadIdempotencyKey(ApiCaller.Website));
    }
}
