using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Settings;
using FollowUp.Application.Shared;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Runs the jobs of the department's calendar and delivers its mails; <see cref="DueProjectsService"/> runs the projects. The due times are kept in
/// memory, so that a check while nothing is due costs nothing. Whether a job was run is in the store.
/// The jobs are made again after a change of the department's calendar, because each holds the calendar of the time when it was made.
/// </summary>
public sealed partial class ScheduledJobsService(
    IServiceScopeFactory scopes, DepartmentCalendar calendar, ScheduleSignal signal, TimeProvider time, ILogger<ScheduledJobsService> log) : BackgroundService
{
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>The pause before a job that failed is retried.</summary>
    static readonly Duration PauseAfterFailure = Duration.FromMinutes(1);

    /// <summary>How often the list of jobs is read again, in the machine's time: another process may change it, and cannot signal this one.</summary>
    static readonly TimeSpan ReloadInterval = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim oneAtATime = new(1);
    ImmutableArray<ScheduledJob> jobs = [];
    WorkingCalendar? jobsCalendar;
    long? reloadedAt;
    Dictionary<string, Instant> dueAt = [];
    Instant mailsDueAt = Instant.MinValue;

    Instant Now => time.GetCurrentInstant();

    Instant NextKnownDue => dueAt.Values.Append(mailsDueAt).Min();

    /// <summary>Completes once every job and mail that is due now was run or sent.</summary>
    public async Task RunDue(CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var signalled = signal.TryConsume();
            if (!ReferenceEquals(jobsCalendar, calendar.Current))
            {
                // A known due time may be on a day that is closed or open since.
                (jobsCalendar, reloadedAt, dueAt) = (calendar.Current, null, []);
            }

            var reload = signalled || IsReloadDue;
            if (reload || NextKnownDue <= Now)
            {
                await RunDueJobs(reload, cancellation);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>As <see cref="RunDue"/>.</summary>
    /// <returns>When the next job or mail is due.</returns>
    public async Task<Instant> RunDueAndGetNext(CancellationToken cancellation = default)
    {
        await RunDue(cancellation);
        return NextKnownDue;
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDue(stoppingToken);
                await signal.Wait(GetPause(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                LogScheduleFailed(failure.GetType().Name, failure.StackTrace);
                await signal.Wait(MaxPause, stoppingToken);
            }
        }
    }

    TimeSpan GetPause()
    {
        var pause = NextKnownDue - Now;
        return pause <= Duration.Zero ? TimeSpan.Zero : pause < Duration.FromTimeSpan(MaxPause) ? pause.ToTimeSpan() : MaxPause;
    }

    bool IsReloadDue => reloadedAt is not { } at || time.GetElapsedTime(at) >= ReloadInterval;

    /// <param name="reload">Reads the list of jobs again, and runs the jobs that run at every check.</param>
    /// <param name="cancellation">Stops between jobs.</param>
    async Task RunDueJobs(bool reload, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var scheduler = scope.ServiceProvider.GetRequiredService<Scheduler>();
        if (reload)
        {
            jobs = await scheduler.GetJobs(cancellation: cancellation);
            reloadedAt = time.GetTimestamp();
        }

        var nextDueAt = new Dictionary<string, Instant>();
        foreach (var job in jobs)
        {
            var isDue = (reload && job.RunAtEveryCheck) || !dueAt.TryGetValue(job.Name, out var due) || due <= Now;
            nextDueAt[job.Name] = isDue ? await RunJob(scheduler, job, cancellation) : dueAt[job.Name];
        }

        dueAt = nextDueAt;
        await DeliverDueMails(scope.ServiceProvider.GetRequiredService<DepartmentDelivery>(), cancellation);
    }

    async Task DeliverDueMails(DepartmentDelivery delivery, CancellationToken cancellation)
    {
        mailsDueAt = await delivery.GetNextDue(cancellation) ?? Instant.MaxValue;
        if (mailsDueAt <= Now)
        {
            foreach (var failure in await delivery.DeliverDue(cancellation))
            {
                LogMailFailed(failure);
            }

            mailsDueAt = await delivery.GetNextDue(cancellation) ?? Instant.MaxValue;
        }
    }

    /// <returns>When it is due again.</returns>
    async Task<Instant> RunJob(Scheduler scheduler, ScheduledJob job, CancellationToken cancellation)
    {
        try
        {
            return await scheduler.RunIfDue(job, cancellation);
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            // The message of an exception may contain a mail address, so only its type and place are logged.
            LogJobFailed(job.Name, failure.GetType().Name, failure.StackTrace);
            return Now + PauseAfterFailure;
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} failed ({Failure}); retry in a minute.\n{StackTrace}")]
    partial void LogJobFailed(string job, string failure, string? stackTrace);

    [LoggerMessage(LogLevel.Warning, "Sending mail {Mail} failed; the outbox retries it.")]
    partial void LogMailFailed(string mail);

    [LoggerMessage(LogLevel.Error, "Checking the scheduled jobs failed ({Failure}); retry in a minute.\n{StackTrace}")]
    partial void LogScheduleFailed(string failure, string? stackTrace);
}
