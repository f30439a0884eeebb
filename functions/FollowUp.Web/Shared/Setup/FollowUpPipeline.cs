using FollowUp.Web.Api;
using FollowUp.Web.InboundMail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Shared.Setup;

/// <summary>The request pipeline and the endpoints that both hosts have.</summary>
public static class FollowUpPipeline
{
    /// <summary>
    /// Adds the middleware. The order matters: what turns errors into answers comes first, and authentication, authorization and antiforgery need
    /// the endpoint that routing chose.
    /// </summary>
    public static IApplicationBuilder UseFollowUp(this IApplicationBuilder app) => app
        .UseFollowUpApi()
        .UseFollowUpPages()
        .UseRouting()
        .UseAuthentication()
        .UseAuthorization()
        .UseAntiforgery();

    /// <summary>Maps the API, the pages and inbound mail.</summary>
    public static IEndpointRouteBuilder MapFollowUp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFollowUpApi();
        endpoints.MapFollowUpPages();
        endpoints.MapInboundMail();
        return endpoints;
    }
}
