using FollowUp.Application;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web;

/// <summary>What happens by the calendar of the department. The host drives it.</summary>
static class ScheduledServices
{
    public static void AddScheduledWork(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<Metrics>();
        services.TryAddTransient<Scheduler>();
        services.TryAddTransient<DepartmentOutbox>();
        services.TryAddTransient<DepartmentDelivery>();
        services.TryAddTransient<DigestReader>();
        services.TryAddTransient<WeeklyFigures>();
        services.TryAddTransient<Erasure>();
        services.TryAddTransient<Cleaning>();
        services.TryAddSingleton<INudges, NobodyNudges>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Transient<IScheduled, Absences>(),
            ServiceDescriptor.Transient<IScheduled, MorningDigests>(),
            ServiceDescriptor.Transient<IScheduled, WeeklyReports>(),
            ServiceDescriptor.Transient<IScheduled, ComplaintReceipts>(),
            ServiceDescriptor.Transient<IScheduled, Retention>(),
        ]);
    }

    /// <summary>Where timers come round often enough.</summary>
    sealed class NobodyNudges : INudges
    {
        public void Nudge()
        {
        }
    }
}
