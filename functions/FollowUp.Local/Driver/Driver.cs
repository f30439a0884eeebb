using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Local;

/// <summary>
/// The clock and courier of every project on this machine. It keeps nothing in memory: what is due is in the index, so after a restart
/// it simply finds it, and losing a wake costs a minute at most.
/// </summary>
public sealed partial class Driver(Pump pump, Errand errand, IProjectIndex index, Wakes wakes, TimeProvider time, ILogger<Driver> log)
    : BackgroundService
{
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>When something that failed is still due: now and then, never in a hot loop.</summary>
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>Returns once nothing is due now.</summary>
    public Task Settle(CancellationToken cancellation = default) => pump.Drain(() => Now, errand.Run, cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Settle(stoppingToken);
                await wakes.Wait(Pause(await index.GetNextDue(stoppingToken)), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                Stumbled(failure.GetType().Name, failure.StackTrace);
                await wakes.Wait(PauseAfterFailure, stoppingToken);
            }
        }
    }

    TimeSpan Pause(Instant? next)
    {
        if (next is not { } at)
        {
            return LongestPause;
        }

        var pause = (at - Now).ToTimeSpan();
        return pause <= TimeSpan.Zero ? PauseAfterFailure : pause < LongestPause ? pause : LongestPause;
    }

    [LoggerMessage(LogLevel.Error, "The driver could not read what is due ({Failure}); it will look again.\n{Place}")]
    partial void Stumbled(string failure, string? place);
}
