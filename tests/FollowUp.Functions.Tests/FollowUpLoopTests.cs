using System.Collections.Concurrent;
using FollowUp.Domain.Projects;
using FollowUp.Functions.Orchestration;
using Microsoft.DurableTask.Testing;

namespace FollowUp.Functions.Tests;

/// <summary>The orchestration alone, with what the table says scripted: its waits, its wakes and its histories.</summary>
public sealed class FollowUpLoopTests
{
    static readonly OrchestrationInput Project = new("P-9", 1);

    [Fact]
    public async Task Signal_raised_during_ContinueAsNew_is_never_missed_over_a_thousand_histories()
    {
        // Every second turn ends a history. Each turn raises the only wake that the next one can come from, while the history is being
        // dropped; were one missed without a turn after it, the chain would stand still.
        const int Histories = 1000;
        var turns = 0;
        DurableTaskTestHost? host = null;
        await using var running = host = await Start(
            roundsPerHistory: 2,
            async () =>
            {
                var turn = Interlocked.Increment(ref turns);
                if (turn >= 2 * Histories)
                {
                    return Settled;
                }

                await host!.Client.RaiseEventAsync(Project.InstanceId, OrchestrationSignal.EventName);
                return FarFromDue;
            });

        await Begin(host);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        var ended = await host.Client.WaitForInstanceCompletionAsync(Project.InstanceId, getInputsAndOutputs: true, limit.Token);
        Assert.Equal("won", ended.ReadOutputAs<string>());
        Assert.Equal(2 * Histories, turns);
    }

    [Fact]
    public async Task Flood_of_signals_costs_few_rounds_and_a_round_follows_the_last_one()
    {
        var begun = new ConcurrentQueue<int>();
        var raised = 0;
        await using var host = await Start(
            roundsPerHistory: 10,
            async () =>
            {
                begun.Enqueue(Volatile.Read(ref raised));
                await OrchestrationFixture.PollDelay();
                return Volatile.Read(ref raised) < 0 ? Settled : FarFromDue;
            });
        await Begin(host);
        for (var wake = 1; wake <= 500; wake++)
        {
            Volatile.Write(ref raised, wake);
            await host.Client.RaiseEventAsync(Project.InstanceId, OrchestrationSignal.EventName, cancellation: TestContext.Current.CancellationToken);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (begun.LastOrDefault() < 500)
        {
            limit.Token.ThrowIfCancellationRequested();
            await OrchestrationFixture.PollDelay();
        }

        Assert.InRange(begun.Count, 2, 501);
    }

    [Fact]
    public async Task Timers_alone_drive_a_project_whose_dates_come()
    {
        var turns = 0;
        await using var host = await Start(
            roundsPerHistory: 40,
            () => Task.FromResult<OrchestrationState?>(
                Interlocked.Increment(ref turns) > 3 ? Settled : FarFromDue with { LookAgainAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1) }));
        await Begin(host);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await host.Client.WaitForInstanceCompletionAsync(Project.InstanceId, limit.Token);
        Assert.Equal(4, turns);
    }

    [Fact]
    public async Task Every_status_is_named_when_an_instance_starts_so_a_running_one_is_never_replaced()
    {
        var turns = 0;
        await using var host = await Start(roundsPerHistory: 40, () =>
        {
            Interlocked.Increment(ref turns);
            return Task.FromResult<OrchestrationState?>(FarFromDue);
        });
        await Begin(host);
        var first = await host.Client.WaitForInstanceStartAsync(Project.InstanceId, TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new OrchestrationInstances(host.Client).EnsureRunning(Project)));
        var still = await host.Client.GetInstanceAsync(Project.InstanceId, TestContext.Current.CancellationToken);
        Assert.Equal(first.CreatedAt, still!.CreatedAt);
    }

    static OrchestrationState FarFromDue => new(
        Phase.InFollowUp, 1, null, DateTime.SpecifyKind(new DateTime(2060, 1, 1), DateTimeKind.Utc), []);

    static OrchestrationState Settled => new(Phase.Won, 1, null, null, []);

    static Task Begin(DurableTaskTestHost host) => new OrchestrationInstances(host.Client).EnsureRunning(Project);

    static Task<DurableTaskTestHost> Start(int roundsPerHistory, Func<Task<OrchestrationState?>> advance) =>
        DurableTestHost.Start(roundsPerHistory, _ => advance(), _ => Task.FromResult(true));
}
