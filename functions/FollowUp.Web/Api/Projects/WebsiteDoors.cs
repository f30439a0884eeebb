using FollowUp.Application.Ports;
using FollowUp.Domain.Projects.Commands;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>What the website reports of a project: a provider's action, a client's signal.</summary>
static class WebsiteDoors
{
    public static async Task<IResult> ProviderAction(
        string id, HttpContext http, Body<ProviderActionRequest> body, ProjectDoor door, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Check);
        await check.KnownProvider(directory, "provider", r.Provider, body.Aborted);
        var at = check.Past("at", r.At);
        return Problem.Of(check)
            ?? await door.Give(http, id, new ReportProviderAction(r.Provider!, r.Kind!.Value, at), body.Once(Caller.Website));
    }

    public static async Task<IResult> Signal(string id, HttpContext http, Body<SignalRequest> body, ProjectDoor door, IDirectory directory)
    {
        if (await body.Read() is { } unreadable)
        {
            return unreadable;
        }

        var (r, check) = (body.Request, body.Check);
        await check.KnownProvider(directory, "provider", r.Provider, body.Aborted);
        var at = check.Past("at", r.At);
        var amount = check.Money("amount", r.Amount);
        if (r.Kind == SignalKind.Awarded)
        {
            check.Required("provider", r.Provider);
        }
        else if (r.Kind is not null)
        {
            check.Unwanted("amount", r.Amount, "awarded");
        }

        // Whoever cancels shows no interest in anybody.
        var provider = r.Kind == SignalKind.Cancelled ? null : r.Provider;
        return Problem.Of(check)
            ?? await door.Give(http, id, new ReportSignal(r.Kind!.Value, provider, at, amount), body.Once(Caller.Website));
    }
}
