using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Api.OpenApi;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.Api;

/// <summary>What the API needs besides the application and the ports.</summary>
public static class ApiServices
{
    public static IServiceCollection AddFollowUpApi(this IServiceCollection services)
    {
        services.AddFollowUpApplication();
        services.AddApiAuthentication();
        services.TryAddTransient<ProjectCommandHandler>();
        services.TryAddTransient<FeedQuery>();
        services.TryAddTransient<ClientExportQuery>();
        services.ConfigureHttpJsonOptions(json => ApiJsonOptions.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddApiDescription();
        return services;
    }
}
