using System.Threading.Channels;
using FollowUp.Application.Cadences.Trials;
using FollowUp.Application.Ports;
using FollowUp.Web.Console.Cadences.Trials;

namespace FollowUp.Local.Simulations;

/// <summary>
/// Simulates trials of cadences, one after the other and on one thread, so that the host stays free for requests. The finished runs are stored: after a
/// restart the missing ones follow.
/// </summary>
public sealed partial class CadenceTrialService(IServiceScopeFactory scopes, ILogger<CadenceTrialService> log) : BackgroundService, ICadenceTrialRunner
{
    /// <summary>Trials that wait besides the one that runs.</summary>
    const int MaxWaiting = 3;

    readonly Channel<string> queue = Channel.CreateBounded<string>(MaxWaiting);

    public ValueTask<bool> Queue(string trialId, CancellationToken cancellation) => new(queue.Writer.TryWrite(trialId));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var id in await FindInterrupted(stoppingToken)) await RunTrial(id, stoppingToken);
            await foreach (var id in queue.Reader.ReadAllAsync(stoppingToken)) await RunTrial(id, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Trials that the host was stopped in. When they cannot be read, they are continued after the next start.</summary>
    async Task<string[]> FindInterrupted(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var trials = await scope.ServiceProvider.GetRequiredService<CadenceTrials>().List(cancellation);
            return [.. trials.Where(trial => trial.IsActive).Select(trial => trial.Id)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogListFailed(failure.GetType().Name, failure.StackTrace);
            return [];
        }
    }

    async Task RunTrial(string id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<TrialWork>();
        try
        {
            if (await work.Begin(id, cancellation) is not { } trial) return;
            for (var number = 1; number <= trial.Runs; number++)
            {
                if (!await work.Simulate(id, number, cancellation)) return;
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogTrialFailed(id, failure.GetType().Name, failure.StackTrace);
            await GiveUp(work, id, cancellation);
        }
    }

    async Task GiveUp(TrialWork work, string id, CancellationToken cancellation)
    {
        try
        {
            await work.GiveUp(id, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogTrialFailed(id, failure.GetType().Name, failure.StackTrace);
        }
    }

    [LoggerMessage(LogLevel.Error, "Reading the trials of cadences failed ({Failure}); interrupted ones go on after the next start.\n{StackTrace}")]
    partial void LogListFailed(string failure, string? stackTrace);

    [LoggerMessage(LogLevel.Error, "Trial {TrialId} of a cadence failed ({Failure}); its page says so.\n{StackTrace}")]
    partial void LogTrialFailed(string trialId, string failure, string? stackTrace);
}
