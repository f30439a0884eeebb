using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web;

/// <summary>Whom an endpoint lets in.</summary>
[Flags]
enum Admits
{
    Website = 1,
    Staff = 2,
}

/// <summary>Stands before an endpoint: nothing of a request is read before it is known who asks.</summary>
sealed record Guard(Admits Admits)
{
    public async ValueTask<object?> Pass(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await Caller(http) is not { } caller)
        {
            return Problem.Unauthorized(http.Request.AcceptedLanguage(), Admits);
        }

        http.Features.Set(caller);
        return await next(context);
    }

    async ValueTask<Caller?> Caller(HttpContext http)
    {
        var services = http.RequestServices;
        if (Admits.HasFlag(Admits.Website) && await services.GetRequiredService<WebsiteKey>().Opens(http.Request, http.RequestAborted))
        {
            return FollowUp.Web.Caller.Website;
        }

        return Admits.HasFlag(Admits.Staff)
            ? await services.GetRequiredService<StaffTokens>().Caller(http.Request, http.RequestAborted)
            : null;
    }
}

static class Guarded
{
    public static TBuilder Admitting<TBuilder>(this TBuilder endpoints, Admits admits)
        where TBuilder : IEndpointConventionBuilder
    {
        var guard = new Guard(admits);
        return endpoints.AddEndpointFilter(guard.Pass).WithMetadata(guard);
    }
}
