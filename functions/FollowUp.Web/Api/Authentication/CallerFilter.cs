using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Api.Authentication;

/// <summary>Whom an endpoint lets in.</summary>
[Flags]
enum AllowedCallers
{
    Website = 1,
    Staff = 2,
}

/// <summary>Stands before an endpoint: nothing of a request is read before it is known who asks.</summary>
sealed record CallerFilter(AllowedCallers Allowed)
{
    public async ValueTask<object?> Invoke(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (await FindCaller(http) is not { } caller)
        {
            return Problem.Unauthorized(http.Request.AcceptedLanguage(), Allowed);
        }

        http.Features.Set(caller);
        return await next(context);
    }

    async ValueTask<ApiCaller?> FindCaller(HttpContext http)
    {
        var services = http.RequestServices;
        if (Allowed.HasFlag(AllowedCallers.Website) && await services.GetRequiredService<WebsiteKey>().IsValid(http.Request, http.RequestAborted))
        {
            return FollowUp.Web.Api.Authentication.ApiCaller.Website;
        }

        return Allowed.HasFlag(AllowedCallers.Staff)
            ? await services.GetRequiredService<StaffTokens>().FindCaller(http.Request, http.RequestAborted)
            : null;
    }
}

static class CallerFilterExtensions
{
    public static TBuilder AllowCallers<TBuilder>(this TBuilder endpoints, AllowedCallers admits)
        where TBuilder : IEndpointConventionBuilder
    {
        var guard = new CallerFilter(admits);
        return endpoints.AddEndpointFilter(guard.Invoke).WithMetadata(guard);
    }
}
