using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web;

/// <summary>What the API needs besides the application and the ports.</summary>
public static class ApiServices
{
    public static IServiceCollection AddFollowUpApi(this IServiceCollection services)
    {
        services.AddFollowUpApplication();
        services.TryAddTransient<WebsiteKey>();
        services.TryAddTransient<StaffTokens>();
        services.TryAddTransient<ProjectDoor>();
        services.TryAddTransient<FeedDesk>();
        services.TryAddTransient<ClientFile>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddApiDescription();
        return services;
    }
}
