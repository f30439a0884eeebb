using FollowUp.Application.Absences;
using FollowUp.Application.Assignments;
using FollowUp.Application.Board;
using FollowUp.Application.Complaints;
using FollowUp.Application.Delivery;
using FollowUp.Application.Digest;
using FollowUp.Application.HandOvers;
using FollowUp.Application.Integrity;
using FollowUp.Application.Monitoring;
using FollowUp.Application.Privacy;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Application.Scheduling;
using FollowUp.Application.WeeklyReports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FollowUp.Web.Shared.Setup;

/// <summary>Registers the jobs that run by the calendar of the department. The host runs them when they are due.</summary>
static class ScheduledServices
{
    public static void AddScheduledWork(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<Metrics>();
        services.TryAddTransient<Scheduler>();
        services.TryAddTransient<DepartmentOutbox>();
        services.TryAddTransient<DepartmentDelivery>();
        services.TryAddTransient<MorningDigestQuery>();
        services.TryAddTransient<AbsenceStates>();
        services.TryAddSingleton<TakeOverDecliners>();
        services.TryAddTransient<TakeOverMails>();
        services.TryAddTransient<HandOverStore>();
        services.TryAddTransient<WeeklyReportCalculator>();
        services.TryAddTransient<ProviderProjectQuery>();
        services.TryAddTransient<PersonEraser>();
        services.TryAddTransient<DirectoryEraser>();
        services.TryAddTransient<BoardFill>();
        services.TryAddTransient<BoardQuery>();
        services.TryAddTransient<ExpiredRowCleaner>();
        services.TryAddSingleton<IScheduleSignal, NoScheduleSignal>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Transient<IJobSource, AssignmentJob>(),
            ServiceDescriptor.Transient<IJobSource, UncoveredLanguageJob>(),
            ServiceDescriptor.Transient<IJobSource, HandOverJob>(),
            ServiceDescriptor.Transient<IJobSource, AbsenceJob>(),
            ServiceDescriptor.Transient<IJobSource, MorningDigestJob>(),
            ServiceDescriptor.Transient<IJobSource, WeeklyReportJob>(),
            ServiceDescriptor.Transient<IJobSource, ComplaintReceiptJob>(),
            ServiceDescriptor.Transient<IJobSource, ComplaintAnswerJob>(),
            ServiceDescriptor.Transient<IJobSource, ComplaintWebhookJob>(),
            ServiceDescriptor.Transient<IJobSource, ProviderNewsWebhookJob>(),
            ServiceDescriptor.Transient<IJobSource, ProviderNewsJob>(),
            ServiceDescriptor.Transient<IJobSource, AnchorJob>(),
            ServiceDescriptor.Transient<IJobSource, RetentionJob>(),
            ServiceDescriptor.Transient<IJobSource, BoardFillJob>(),
        ]);
    }

    /// <summary>For hosts whose timers run often enough without a signal.</summary>
    sealed class NoScheduleSignal : IScheduleSignal
    {
        public void Raise()
        {
        }
    }
}
