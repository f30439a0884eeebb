using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Drives what happens by the calendar of the department, beside the <see cref="DueProjectsService"/> that drives projects. When each piece is due is
/// kept in memory, so that a look at a time when nothing is due costs nothing; whether it was done stands in the store.
/// </summary>
public sealed partial class ScheduledJobsService(
    Scheduler scheduler, DepartmentDelivery delivery, ScheduleSignal nudges, TimeProvider time, ILogger<ScheduledJobsService> log) : BackgroundService
{
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>Work that failed is tried again then, not in a hot loop.</summary>
    static readonly Duration PauseAfterFailure = Duration.FromMinutes(1);

    /// <summary>What was entered by another process, which nudges nobody here, is found by the first look after this much real time.</summary>
    static readonly TimeSpan ReloadInterval = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim oneAtATime = new(1);
    ImmutableArray<ScheduledJob> jobs = [];
    long? reloadedAt;
    Dictionary<string, Instant> dueAt = [];
    Instant mailsDueAt = Instant.MinValue;

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    Instant NextKnownDue => dueAt.Values.Append(mailsDueAt).Min();

    /// <summary>Returns once everything is done that is due now.</summary>
    public async Task RunDue(CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var nudged = nudges.TryConsume();
            if (nudged || NextKnownDue <= Now)
            {
                await RunDueJobs(around: nudged || IsReloadDue, cancellation);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>When there is something to do next, once everything is done that is due now.</summary>
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
                await nudges.Wait(GetPause(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                LogScheduleFailed(failure.GetType().Name, failure.StackTrace);
                await nudges.Wait(MaxPause, stoppingToken);
            }
        }
    }

    TimeSpan GetPause()
    {
        var pause = NextKnownDue - Now;
        return pause <= Duration.Zero ? TimeSpan.Zero : pause < Duration.FromTimeSpan(MaxPause) ? pause.ToTimeSpan() : MaxPause;
    }

    bool IsReloadDue => reloadedAt is not { } at || time.GetElapsedTime(at) >= ReloadInterval;

    /// <param name="around">Also at what work there is, and at that which is worth every look.</param>
    async Task RunDueJobs(bool around, CancellationToken cancellation)
    {
        if (around)
        {
            jobs = await scheduler.GetJobs(cancellation: cancellation);
            reloadedAt = time.GetTimestamp();
        }

        var next = new Dictionary<string, Instant>();
        foreach (var work in jobs)
        {
            var isDue = (around && work.RunAtEveryCheck) || !dueAt.TryGetValue(work.Name, out var due) || due <= Now;
            next[work.Name] = isDue ? await RunJob(work, cancellation) : dueAt[work.Name];
        }

        dueAt = next;
        await DeliverDueMails(cancellation);
    }

    async Task DeliverDueMails(CancellationToken cancellation)
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
    async Task<Instant> RunJob(ScheduledJob work, CancellationToken cancellation)
    {
        try
        {
            return await scheduler.RunIfDue(work, cancellation);
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            // The message of an exception may name an address: only its type and place are written down.
            LogJobFailed(work.Name, failure.GetType().Name, failure.StackTrace);
            return Now + PauseAfterFailure;
        }
    }

    [LoggerMessage(LogLevel.Error, "The work {Work} failed ({Failure}); it will be tried again.\n{Place}")]
    partial void LogJobFailed(string work, string failure, string? place);

    [LoggerMessage(LogLevel.Warning, "The mail {Mail} was not taken; it will be tried again.")]
    partial void LogMailFailed(string mail);

    [LoggerMessage(LogLevel.Error, "The department's calendar could not be read ({Failure}); it will be looked at again.\n{Place}")]
    partial void LogScheduleFailed(string failure, string? place);
}
