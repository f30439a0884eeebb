using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Application.Shared;
using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// Drives what happens by the calendar of the department, beside the <see cref="Driver"/> that drives projects. When each piece is due is
/// kept in memory, so that a look at a time when nothing is due costs nothing; whether it was done stands in the store.
/// </summary>
public sealed partial class DepartmentClock(
    Scheduler scheduler, DepartmentDelivery delivery, Nudges nudges, TimeProvider time, ILogger<DepartmentClock> log) : BackgroundService
{
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Work that failed is tried again then, not in a hot loop.</summary>
    static readonly Duration AfterFailure = Duration.FromMinutes(1);

    /// <summary>What was entered by another process, which nudges nobody here, is found by the first look after this much real time.</summary>
    static readonly TimeSpan LooksAroundEvery = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim oneAtATime = new(1);
    ImmutableArray<ScheduledJob> works = [];
    long? lookedAround;
    Dictionary<string, Instant> dueAt = [];
    Instant mailsDueAt = Instant.MinValue;

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    Instant NextKnown => dueAt.Values.Append(mailsDueAt).Min();

    /// <summary>Returns once everything is done that is due now.</summary>
    public async Task Settle(CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var nudged = nudges.Take();
            if (nudged || NextKnown <= Now)
            {
                await Look(around: nudged || IsTimeToLookAround, cancellation);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>When there is something to do next, once everything is done that is due now.</summary>
    public async Task<Instant> NextDue(CancellationToken cancellation = default)
    {
        await Settle(cancellation);
        return NextKnown;
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
                await Settle(stoppingToken);
                await nudges.Wait(Pause(), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                Stumbled(failure.GetType().Name, failure.StackTrace);
                await nudges.Wait(LongestPause, stoppingToken);
            }
        }
    }

    TimeSpan Pause()
    {
        var pause = NextKnown - Now;
        return pause <= Duration.Zero ? TimeSpan.Zero : pause < Duration.FromTimeSpan(LongestPause) ? pause.ToTimeSpan() : LongestPause;
    }

    bool IsTimeToLookAround => lookedAround is not { } at || time.GetElapsedTime(at) >= LooksAroundEvery;

    /// <param name="around">Also at what work there is, and at that which is worth every look.</param>
    async Task Look(bool around, CancellationToken cancellation)
    {
        if (around)
        {
            works = await scheduler.GetJobs(cancellation: cancellation);
            lookedAround = time.GetTimestamp();
        }

        var next = new Dictionary<string, Instant>();
        foreach (var work in works)
        {
            var isDue = (around && work.RunAtEveryCheck) || !dueAt.TryGetValue(work.Name, out var due) || due <= Now;
            next[work.Name] = isDue ? await Do(work, cancellation) : dueAt[work.Name];
        }

        dueAt = next;
        await Deliver(cancellation);
    }

    async Task Deliver(CancellationToken cancellation)
    {
        mailsDueAt = await delivery.GetNextDue(cancellation) ?? Instant.MaxValue;
        if (mailsDueAt <= Now)
        {
            foreach (var failure in await delivery.DeliverDue(cancellation))
            {
                NotTaken(failure);
            }

            mailsDueAt = await delivery.GetNextDue(cancellation) ?? Instant.MaxValue;
        }
    }

    /// <returns>When it is due again.</returns>
    async Task<Instant> Do(ScheduledJob work, CancellationToken cancellation)
    {
        try
        {
            return await scheduler.RunIfDue(work, cancellation);
        }
        catch (Exception failure) when (!cancellation.Caused(failure))
        {
            // The message of an exception may name an address: only its type and place are written down.
            Failed(work.Name, failure.GetType().Name, failure.StackTrace);
            return Now + AfterFailure;
        }
    }

    [LoggerMessage(LogLevel.Error, "The work {Work} failed ({Failure}); it will be tried again.\n{Place}")]
    partial void Failed(string work, string failure, string? place);

    [LoggerMessage(LogLevel.Warning, "The mail {Mail} was not taken; it will be tried again.")]
    partial void NotTaken(string mail);

    [LoggerMessage(LogLevel.Error, "The department's calendar could not be read ({Failure}); it will be looked at again.\n{Place}")]
    partial void Stumbled(string failure, string? place);
}
