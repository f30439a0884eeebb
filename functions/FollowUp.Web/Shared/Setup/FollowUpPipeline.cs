using FollowUp.Web.Api;
using FollowUp.Web.InboundMail;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Shared.Setup;

/// <summary>The request pipeline and the endpoints that both hosts have.</summary>
public static class FollowUpPipeline
{
    /// <summary>
    /// Adds the middleware. The order matters: what turns errors into answers comes first, and authentication, authorization and antiforgery need
    /// the endpoint that routing chose.
    /// </summary>
    public static IApplicationBuilder UseFollowUp(this IApplicationBuilder app) => app
        .UseCurrentSettings()
        .UseFollowUpApi()
        .UseFollowUpPages()
        .UseRouting()
        .UseAuthentication()
        .UseAuthorization()
        .UseAntiforgery();

    static IApplicationBuilder UseCurrentSettings(this IApplicationBuilder app)
    {
        var settings = app.ApplicationServices.GetRequiredService<CurrentSettings>();
        return app.Use(async (context, next) =>
        {
            await settings.RefreshIfStale(context.RequestAborted);
            await next(context);
        });
    }

    /// <summary>Maps the API, the pages and inbound mail.</summary>
    public static IEndpointRouteBuilder MapFollowUp(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFollowUpApi();
        endpoints.MapFollowUpPages();
        endpoints.MapInboundMail();
        return endpoints;
    }
}
