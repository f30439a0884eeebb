using FollowUp.Application;
using FollowUp.Domain.Calendars;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web;

/// <summary>The application behind every door. The host adds the ports: stores, couriers, wakes.</summary>
public static class ApplicationServices
{
    /// <remarks>Transient, so that a host may give its ports whatever lifetime it needs.</remarks>
    public static IServiceCollection AddFollowUpApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(WorkingCalendar.France);
        services.TryAddTransient<Policies>();
        services.TryAddTransient<Assigning>();
        services.TryAddTransient<FollowUp.Application.Desk>();
        services.TryAddTransient<MailRefusals>();
        services.TryAddTransient<Delivery>();
        services.TryAddTransient<Reader>();
        services.TryAddTransient<QuestionReader>();
        services.TryAddTransient<StaffActors>();
        services.AddScheduledWork();
        return services;
    }
}
