using FollowUp.Application.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.Console.Passkeys;

/// <summary>Registers the passkeys of staff.</summary>
static class PasskeyServices
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Staff>().AddUserStore<StaffPasskeyStore>();
        services.TryAddTransient<PasskeyChallenges>();
        services.TryAddTransient<PasskeyCeremony>();
        services.TryAddTransient<PendingSignIns>();
        services.TryAddTransient<StepUp>();
        services.TryAddTransient<SecondStepHandler>();
        services.TryAddTransient<PasskeyPageHandler>();
        return services;
    }
}
