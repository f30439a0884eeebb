using FollowUp.Application.Ports;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Local.Scheduling;

/// <summary>
/// Runs every project of this host when it is due. What is due is in the index and nothing is kept in memory, so a restart continues, and a lost
/// signal delays a project by a minute at most.
/// </summary>
public sealed partial class DueProjectsService(
    DueProjectDispatcher dispatcher, IServiceScopeFactory scopes, IProjectIndex index, ProjectSignal signal, TimeProvider time,
    ILogger<DueProjectsService> log) : BackgroundService
{
    static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>The pause while a failed project stays due, or the index cannot be read.</summary>
    static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Completes once nothing is due now. It uses the department's calendar as it is at the beginning.</summary>
    public async Task RunDue(CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await dispatcher.RunDue(time.GetCurrentInstant, scope.ServiceProvider.GetRequiredService<ProjectRun>().Run, cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDue(stoppingToken);
                await signal.Wait(GetPause(await index.GetNextDue(stoppingToken)), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure)
            {
                LogIndexFailed(failure.GetType().Name, failure.StackTrace);
                await signal.Wait(PauseAfterFailure, stoppingToken);
            }
        }
    }

    TimeSpan GetPause(Instant? nextDue)
    {
        if (nextDue is not { } at)
        {
            return MaxPause;
        }

        var pause = (at - time.GetCurrentInstant()).ToTimeSpan();
        return pause <= TimeSpan.Zero ? PauseAfterFailure : pause < MaxPause ? pause : MaxPause;
    }

    [LoggerMessage(LogLevel.Error, "Reading the due projects failed ({Failure}); retry in a second.\n{StackTrace}")]
    partial void LogIndexFailed(string failure, string? stackTrace);
}
