using FollowUp.Application.Serialization;
using Microsoft.DurableTask;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// The turns that an orchestration gives its project: let time decide, deliver what is owed, wait for the next date or a wake. Replayed
/// from its history like all that an orchestrator does, so it takes every instant from the context.
/// </summary>
sealed class FollowUpLoop(TaskOrchestrationContext context, OrchestrationInput project, int most)
{
    /// <summary>The wait when something stays due, as with a worker's clock that is behind: now and then, never in a hot loop.</summary>
    static readonly TimeSpan MinWait = TimeSpan.FromSeconds(15);

    // One waiter for all rounds. A waiter given up could still swallow the next wake; so only timers are ever cancelled.
    Task<object?> signal = context.WaitForExternalEvent<object?>(OrchestrationSignal.EventName);
    OrchestrationState? state;
    int roundsRun;

    /// <summary>The project has its outcome and owes nothing more, a new generation of it goes on, or there is no such project.</summary>
    public bool IsFinished => state is null || state.Generation != project.Generation || state.IsFinished;

    public string? Result => state?.Generation == project.Generation ? Kebab.Case(state.Phase) : null;

    // The first turn is made without waiting; so a history has at least a second one.
    bool IsHistoryFull => roundsRun >= Math.Max(2, most);

    public Task RunFirstRound() => RunRound();

    public Task RunPhoneValidation() => RunWhile(now => now.AwaitsValidation);

    public Task RunRelaunches() => RunWhile(now => now.IsInFollowUp);

    /// <summary>What an outcome owes leaves once it can no longer be taken back.</summary>
    public Task DeliverOutcome() => RunWhile(now => now.IsClosed);

    async Task RunWhile(Func<OrchestrationState, bool> stage)
    {
        while (!IsFinished && !IsHistoryFull && stage(state!))
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
        foreach (var messageId in state.DueMessageIds)
        {
            await TryDeliver(messageId);
        }

        if (state.DueMessageIds.Count > 0)
        {
            // What was delivered is owed no more, what was not has a later date: the wait is for what is owed now.
            state = await context.CallActivityAsync<OrchestrationState?>(nameof(Activities.Advance), project.Id, Activities.RetryOptions);
        }
    }

    /// <summary>A message that no courier takes holds up neither the others nor the project; its next date is in the outbox.</summary>
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
        var timer = context.CreateTimer(DateTime.SpecifyKind(at, DateTimeKind.Utc), stop.Token);
        if (await Task.WhenAny(timer, signal) == signal)
        {
            stop.Cancel();
        }
    }

    /// <summary>A thousand wakes that came during one turn are one: the turn that begins now sees all that they were raised for.</summary>
    void DiscardBufferedSignals()
    {
        while (signal.IsCompleted)
        {
            signal = context.WaitForExternalEvent<object?>(OrchestrationSignal.EventName);
        }
    }
}
