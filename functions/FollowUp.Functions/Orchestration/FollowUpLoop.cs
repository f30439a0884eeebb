using FollowUp.Application.Serialization;
using Microsoft.DurableTask;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// The rounds of an orchestration. A round is one activity, which advances the project and delivers the messages that are due; then it waits for the next
/// due time or for a signal. The orchestrator is replayed from its history, so every instant comes from the context.
/// </summary>
/// <param name="context">The context of the orchestrator.</param>
/// <param name="project">The project and its generation.</param>
/// <param name="maxRounds">The number of rounds after which the history is full; two at least.</param>
sealed class FollowUpLoop(TaskOrchestrationContext context, OrchestrationInput project, int maxRounds)
{
    /// <summary>The shortest wait while something stays due, as when a worker's clock is slow.</summary>
    static readonly TimeSpan MinWait = TimeSpan.FromSeconds(15);

    // One task waits for signals in all rounds. A waiter that is cancelled can consume the next signal, so only timers are cancelled.
    Task<object?> signal = context.WaitForExternalEvent<object?>(OrchestrationSignal.EventName);
    OrchestrationState? state;
    int roundsRun;

    /// <summary>The outcome is known and its messages have left, or another generation goes on, or the project does not exist.</summary>
    public bool IsFinished => state is null || state.Generation != project.Generation || state.IsFinished;

    /// <summary>The phase that the project ended in, in kebab-case; null when another generation goes on.</summary>
    public string? Result => state?.Generation == project.Generation ? Kebab.Case(state.Phase) : null;

    // The first round does not wait, so a history has a second one at least.
    bool IsHistoryFull => roundsRun >= Math.Max(2, maxRounds);

    public Task RunFirstRound() => RunRound();

    public Task RunPhoneValidation() => RunWhile(now => now.AwaitsValidation);

    public Task RunRelaunches() => RunWhile(now => now.IsInFollowUp);

    /// <summary>The messages of an outcome leave once it can no longer be undone.</summary>
    public Task DeliverOutcome() => RunWhile(now => now.IsClosed);

    async Task RunWhile(Func<OrchestrationState, bool> isInStage)
    {
        while (!IsFinished && !IsHistoryFull && isInStage(state!))
        {
            await WaitUntilDueOrSignalled(state!.LookAgainAt);
            await RunRound();
        }
    }

    async Task RunRound()
    {
        roundsRun++;
        DiscardBufferedSignals();
        state = await context.CallActivityAsync<OrchestrationState?>(nameof(Activities.Advance), project.Id, Activities.RetryOptions);
        if (state is null || state.Generation != project.Generation)
        {
            return;
        }

        context.SetCustomStatus(OrchestrationStatus.From(state));

        // Only the history of an earlier version names messages here: it goes on as it began.
        foreach (var messageId in state.DueMessageIds)
        {
            await TryDeliver(messageId);
        }

        if (state.DueMessageIds.Count > 0)
        {
            // A delivery changes what is due and when: read again for the wait.
            state = await context.CallActivityAsync<OrchestrationState?>(nameof(Activities.Advance), project.Id, Activities.RetryOptions);
        }
    }

    /// <summary>A delivery that fails stops neither the other messages nor the project; the outbox has the time of the next attempt.</summary>
    async Task TryDeliver(string messageId)
    {
        try
        {
            await context.CallActivityAsync<bool>(nameof(Activities.Deliver), new DueMessage(project.Id, messageId), Activities.RetryOptions);
        }
        catch (TaskFailedException)
        {
        }
    }

    async Task WaitUntilDueOrSignalled(DateTime? dueAt)
    {
        if (dueAt is null)
        {
            await signal;
            return;
        }

        var earliest = context.CurrentUtcDateTime + MinWait;
        var at = dueAt.Value > context.CurrentUtcDateTime ? dueAt.Value : earliest;
        using var stop = new CancellationTokenSource();

        // The durable host reads an instant of unspecified kind as local time of the machine.
        var timer = context.CreateTimer(DateTime.SpecifyKind(at, DateTimeKind.Utc), stop.Token);
        if (await Task.WhenAny(timer, signal) == signal)
        {
            stop.Cancel();
        }
    }

    /// <summary>All signals buffered so far are answered by the round that begins: it reads the state that they were raised for.</summary>
    void DiscardBufferedSignals()
    {
        while (signal.IsCompleted)
        {
            signal = context.WaitForExternalEvent<object?>(OrchestrationSignal.EventName);
        }
    }
}
