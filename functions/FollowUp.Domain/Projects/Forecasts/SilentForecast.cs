using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Domain.Projects.Forecasts;

/// <summary>
/// The calls and mails that an open project leads to while its client stays silent: every call is made when it is due and reaches nobody, no mail is
/// answered, and staff decide nothing. Each step is decided by <see cref="Decider"/>. Pure.
/// </summary>
public static class SilentForecast
{
    /// <summary>A safeguard: a project has a step a day at most.</summary>
    const int MaxSteps = 1_000;

    /// <summary>Managers may record a call on every project.</summary>
    static readonly Actor Caller = new(Role.Manager, NextAction.ByManager);

    /// <summary>The project as if its running cycle had begun with the current cadence of a policy, with the next action planned anew.</summary>
    /// <param name="project">An open project.</param>
    /// <param name="policy">The cadences; <see cref="Policy.Current"/> is the one to run by.</param>
    /// <param name="now">The instant of the plan. What is overdue is due now.</param>
    public static Project RunByCurrent(Project project, Policy policy, Instant now) =>
        Replan(project with { Cycle = project.Cycle with { CadenceVersion = policy.Current } }, policy, now);

    /// <summary>The project with its next action planned anew by the cadence of its running cycle.</summary>
    /// <inheritdoc cref="RunByCurrent"/>
    public static Project Replan(Project project, Policy policy, Instant now) =>
        project with { Plan = NextActionPlanner.CreatePlan(project, policy, now) };

    /// <summary>Adds the calls and mails to the client from one instant to another.</summary>
    /// <param name="project">An open project.</param>
    /// <param name="policy">The cadences. A cycle that begins in the forecast takes the current one.</param>
    /// <param name="now">From when.</param>
    /// <param name="until">Until when, excluded.</param>
    /// <param name="contacts">What they are added to, in no particular order.</param>
    public static void AddContacts(Project project, Policy policy, Instant now, Instant until, ICollection<ForecastContact> contacts)
    {
        var at = now;
        for (var step = 0; step < MaxSteps && project.Plan is { } plan; step++)
        {
            var isCall = plan.Next.Kind == ActionKind.Call && plan.Next.DueAt < plan.WakeAt;
            at = Instant.Max(at, isCall ? plan.Next.DueAt : plan.WakeAt);
            if (at >= until)
            {
                return;
            }

            var decision = Decider.Decide(
                project, isCall ? new RecordCall(CallOutcome.NoAnswer, at) : new AdvanceTime(), isCall ? Caller : Actor.Time, policy, at);
            if (isCall)
            {
                contacts.Add(new ForecastContact(Channel.Phone, at));
            }

            if (decision.Refusal is not null || decision.Events.IsEmpty)
            {
                return;
            }

            project = decision.After!;
            AddMails(MessagePolicy.CreateMessages(project, decision.Events, policy), until, contacts);

            // A second call in a half-day leaves the plan as it was: it is made again on the next day.
            if (isCall && project.Plan == plan)
            {
                at += Duration.FromDays(1);
            }
        }
    }

    static void AddMails(IEnumerable<OutboxMessage> messages, Instant until, ICollection<ForecastContact> contacts)
    {
        foreach (var message in messages)
        {
            if (message.To == RecipientKind.Client && message.NotBefore < until)
            {
                contacts.Add(new ForecastContact(Channel.Mail, message.NotBefore));
            }
        }
    }
}
