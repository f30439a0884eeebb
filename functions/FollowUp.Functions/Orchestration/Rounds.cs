using FollowUp.Application.Serialization;
using Microsoft.DurableTask;

namespace FollowUp.Functions;

/// <summary>
/// The turns that an orchestration gives its project: let time decide, deliver what is owed, wait for the next date or a wake. Replayed
/// from its history like all that an orchestrator does, so it takes every instant from the context.
/// </summary>
sealed class Rounds(TaskOrchestrationContext context, FollowedProject project, int most)
{
    /// <summary>The wait when something stays due, as with a worker's clock that is behind: now and then, never in a hot loop.</summary>
    static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(15);

    // One waiter for all rounds. A waiter given up could still swallow the next wake; so only timers are ever cancelled.
    Task<object?> wake = context.WaitForExternalEvent<object?>(Wakes.EventName);
    Standing? standing;
    int made;

    /// <summary>The project has its outcome and owes nothing more, a new generation of it goes on, or there is no such project.</summary>
    public bool IsOver => standing is null || standing.Generation != project.Generation || standing.IsSettled;

    public string? Reached => standing?.Generation == project.Generation ? Kebab.Case(standing.Phase) : null;

    // The first turn is made without waiting; so a history has at least a second one.
    bool HistoryIsFull => made >= Math.Max(2, most);

    public Task Begin() => Turn();

    public Task PhoneValidation() => While(now => now.AwaitsValidation);

    public Task Relaunches() => While(now => now.IsFollowedUp);

    /// <summary>What an outcome owes leaves once it can no longer be taken back.</summary>
    public Task Outcome() => While(now => now.IsClosed);

    async Task While(Func<Standing, bool> stage)
    {
        while (!IsOver && !HistoryIsFull && stage(standing!))
        {
            await UntilDueOrWoken(standing!.LookAgainAt);
            await Turn();
        }
    }

    async Task Turn()
    {
        made++;
        DropDoubledWakes();
        standing = await context.CallActivityAsync<Standing?>(nameof(Activities.Advance), project.Id, Activities.Patiently);
        if (standing is null || standing.Generation != project.Generation)
        {
            return;
        }

        context.SetCustomStatus(FollowUpStatus.Of(standing));
        foreach (var messageId in standing.Owed)
        {
            await Deliver(messageId);
        }

        if (standing.Owed.Count > 0)
        {
            // What was delivered is owed no more, what was not has a later date: the wait is for what is owed now.
            standing = await context.CallActivityAsync<Standing?>(nameof(Activities.Advance), project.Id, Activities.Patiently);
        }
    }

    /// <summary>A message that no courier takes holds up neither the others nor the project; its next date is in the outbox.</summary>
    async Task Deliver(string messageId)
    {
        try
        {
            await context.CallActivityAsync<bool>(nameof(Activities.Deliver), new OwedNow(project.Id, messageId), Activities.Patiently);
        }
        catch (TaskFailedException)
        {
        }
    }

    async Task UntilDueOrWoken(DateTime? dueAt)
    {
        if (dueAt is null)
        {
            await wake;
            return;
        }

        var earliest = context.CurrentUtcDateTime + LeastWait;
        var at = dueAt.Value > context.CurrentUtcDateTime ? dueAt.Value : earliest;
        using var stop = new CancellationTokenSource();
        var timer = context.CreateTimer(DateTime.SpecifyKind(at, DateTimeKind.Utc), stop.Token);
        if (await Task.WhenAny(timer, wake) == wake)
        {
            stop.Cancel();
        }
    }

    /// <summary>A thousand wakes that came during one turn are one: the turn that begins now sees all that they were raised for.</summary>
    void DropDoubledWakes()
    {
        while (wake.IsCompleted)
        {
            wake = context.WaitForExternalEvent<object?>(Wakes.EventName);
        }
    }
}
