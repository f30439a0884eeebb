using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Projects.Deciders;

/// <summary>Decides the restoration of an exported project: its submission, then the events that lead to the state of the export.</summary>
public static class RestorationDecider
{
    /// <summary>
    /// The events of a restoration. Those of an ended project are dated at the last sign of life, so that the term of three years counts from it and
    /// the end cannot be taken back; an open project is planned from now on.
    /// </summary>
    /// <param name="submit">The submission.</param>
    /// <param name="state">The state to bring back.</param>
    /// <param name="policy">Cadences, calendar and settings.</param>
    /// <param name="now">The instant of the restoration.</param>
    public static Decision Decide(Submit submit, RestoredState state, Policy policy, Instant now)
    {
        var outcome = state.Erased ? state.Outcome ?? Outcome.Dead(DeathReason.Erased) : state.Outcome;
        var at = outcome is null ? now : Instant.Min(state.LastSignOfLife ?? submit.SubmittedAt, now);
        var decision = new DecisionBuilder(null, Actor.Website, policy, at)
            .Append(new ProjectSubmitted(
                submit.ProjectId, submit.ClientId, submit.ClientType, submit.Language, submit.Category, submit.MayCall, submit.Evidence, submit.Deadline,
                Instant.Min(submit.SubmittedAt, at), policy.Current)
            {
                TimeZone = submit.TimeZone,
                SoleTrader = submit is { ClientType: ClientType.Company, SoleTrader: true } ? true : null,
                Consent = submit is { ClientType: ClientType.Person, Consent: { } consent }
                    ? consent with { Months = policy.Cadences[policy.Current].ConsentMonths }
                    : null,
            })
            .Append(new CoordinatorAssigned(submit.Coordinator, ByAssignment: true))
            .WithholdFacts(policy);
        if (state.StopsCalls && decision.Project.Contact.MayCall)
        {
            decision.Append(new ChannelClosed(Channel.Phone, ChannelClosedBy.DoNotCall, state.QuietUntil));
        }

        if (state.StopsMails)
        {
            decision.Append(new ChannelClosed(Channel.Mail, ChannelClosedBy.OptOut));
        }
        else if (state.MailFailed)
        {
            decision.Append(new ChannelClosed(Channel.Mail, ChannelClosedBy.Bounce));
        }

        if (outcome is null && state.Phase is Phase.InFollowUp or Phase.Dormant)
        {
            decision.Append(new ProjectValidated());
        }

        if (outcome is null && state.Phase == Phase.Dormant)
        {
            decision.Append(new WentDormant());
        }

        if (outcome is not null)
        {
            decision.Append(new ProjectClosed(outcome, ClosingSource.Website));
        }

        return (state.Erased ? decision.Append(new PersonErased()) : decision).Build();
    }
}
