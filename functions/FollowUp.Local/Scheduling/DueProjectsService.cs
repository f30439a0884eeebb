using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// The clock and courier of every project on this machine. It keeps nothing in memory: what is due is in the index, so after a restart
/// it simply finds it, and losing a wake costs a minute at most.
/// </summary>
public sealed partial class DueProjectsService(DueProjectDispatcher pump, ProjectRun errand, IProjectIndex index, ProjectSignal wakes, TimeProvider time, ILogger<DueProjectsService> log)
    : BackgroundService
{
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>When something that failed is still due: now and then, never in a hot loop.</summary>
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Returns once nothing is due now.</summary>
    public Task RunDue(CancellationToken cancellation = default) => pump.RunDue(() => Now, errand.Run, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDue(stoppingToken);
                await wakes.Wait(GetPause(await index.GetNextDue(stoppingToken)), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                LogIndexFailed(failure.GetType().Name, failure.StackTrace);
                await wakes.Wait(PauseAfterFailure, stoppingToken);
            }
        }
    }

    TimeSpan GetPause(Instant? next)
    {
        if (next is not { } at)
        {
            return MaxPause;
        }

        var pause = (at - Now).ToTimeSpan();
        return pause <= TimeSpan.Zero ? PauseAfterFailure : pause < MaxPause ? pause : MaxPause;
    }

    [LoggerMessage(LogLevel.Error, "The driver could not read what is due ({Failure}); it will look again.\n{Place}")]
    partial void LogIndexFailed(string failure, string? place);
}
