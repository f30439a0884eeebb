using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Clients;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Api.OpenApi;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Api.Staffing;
using FollowUp.Web.Shared.Limits;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.Api;

/// <summary>Registers the API. The host adds the ports (<see cref="ApplicationServices"/>).</summary>
public static class ApiServices
{
    public static IServiceCollection AddFollowUpApi(this IServiceCollection services)
    {
        services.AddFollowUpApplication();
        services.AddApiAuthentication();
        services.AddLimits();
        services.TryAddTransient<ProjectCommandHandler>();
        services.TryAddTransient<CommandRunner>();
        services.TryAddTransient<BatchEndpoint>();
        services.TryAddTransient<FeedQuery>();
        services.TryAddTransient<ClientExportQuery>();
        services.TryAddTransient<DirectoryExportQuery>();
        services.ConfigureHttpJsonOptions(json => ApiJsonOptions.Configure(json.SerializerOptions));

        // The inner exception names the field of a body that cannot be read.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddApiDescription();
        return services;
    }
}
