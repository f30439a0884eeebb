using System.Collections.Immutable;
using System.Diagnostics;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Settings;
using FollowUp.Domain.Calendars;
using FollowUp.Local.Demo;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace FollowUp.Local.Tests.Scheduling;

/// <summary>Closing days that are entered while the host runs.</summary>
public sealed class ClosingDayTests : IDisposable
{
    static readonly LocalDate Monday = new(2026, 11, 23);

    readonly string folder = Directory.CreateTempSubdirectory("followup-closing-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_closing_day_entered_later_reaches_the_jobs_of_a_running_host()
    {
        var current = WorkingCalendar.France;
        var time = new AdjustableTimeProvider(At(Monday, 6));
        using var store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        var runs = new List<(LocalDate Day, bool IsOpen)>();
        await using var services = new ServiceCollection().AddLogging().AddStore(store).AddSingleton<TimeProvider>(time)
            .AddSingleton(new DepartmentCalendar(() => current)).AddSingleton(runs).AddSingleton<ScheduleSignal>().AddSingleton<ScheduledJobsService>()
            .AddSingleton<IProjectSignal, ProjectSignal>().AddSingleton<IMailSender, NoMails>().AddSingleton<IDepartmentMailWriter, NoMails>()
            .AddFollowUpApplication().RemoveAll<IJobSource>().AddTransient<IJobSource, WorkingDayJob>().BuildServiceProvider();
        var jobs = services.GetRequiredService<ScheduledJobsService>();
        await jobs.RunDue(TestContext.Current.CancellationToken);

        current = WorkingCalendar.France.WithClosingDays([Monday]);
        time.Set(At(Monday, 8));
        await jobs.RunDue(TestContext.Current.CancellationToken);
        Assert.Empty(runs);

        time.Set(At(Monday.PlusDays(1), 8));
        await jobs.RunDue(TestContext.Current.CancellationToken);
        Assert.Equal([(Monday.PlusDays(1), false)], runs);
    }

    static Instant At(LocalDate day, int hour) => WorkingCalendar.France.At(day, new LocalTime(hour, 0));

    /// <summary>Notes the day that it runs on, and whether the calendar that it was made with has the Monday open.</summary>
    sealed class WorkingDayJob(WorkingCalendar calendar, List<(LocalDate Day, bool IsOpen)> runs) : IJobSource
    {
        public string JobName => "working-day";

        public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
            new([new ScheduledJob(JobName, Schedule.InParis("0 30 7 * * *", ClosedDays.Skip), Run)]);

        Task Run(Instant due, CancellationToken cancellation)
        {
            runs.Add((calendar.DateOf(due), calendar.IsWorkingDay(Monday)));
            return Task.CompletedTask;
        }
    }

    /// <summary>The job enqueues no mail.</summary>
    sealed class NoMails : IMailSender, IDepartmentMailWriter
    {
        public Task Send(OutgoingMail mail, Instant at, CancellationToken cancellation) => throw new UnreachableException();

        public ValueTask<OutgoingMail?> Write(DepartmentMail mail, CancellationToken cancellation = default) => throw new UnreachableException();
    }
}
