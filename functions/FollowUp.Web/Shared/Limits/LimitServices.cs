using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.Shared.Limits;

static class LimitServices
{
    /// <summary>Registers the limits of requests. It may be called by each part that needs them.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.TryAddSingleton<RequestLimiter>();
        services.TryAddTransient<LimitAudit>();
        services.TryAddTransient<WrongKeyLimit>();
        services.TryAddTransient<HandOverLimit>();
        return services;
    }
}
