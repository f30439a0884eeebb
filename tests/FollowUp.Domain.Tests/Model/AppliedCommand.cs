using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>One command, at one instant, in one state, with its decision and messages.</summary>
sealed record AppliedCommand(
    Project Before, Transition Transition, Command Command, Actor Actor, Instant Now, Policy Policy, Decision Decision, ImmutableArray<OutboxMessage> Messages,
    ImmutableArray<OutboxMessage> Pending)
{
    public Project After => Decision.After ?? Before;

    public bool Happened<T>()
        where T : Event
    {
        foreach (var e in Decision.Events)
        {
            if (e.Event is T) return true;
        }

        return false;
    }

    public override string ToString() =>
        $"{Transition} at {Now} in {Before.Phase}/{Before.Stage} (attempts {Before.Cycle.Attempts}, silent {Before.Cycle.UnansweredContacts}, wake {Before.WakeAt}) -> "
        + (Decision.Refusal?.Code ?? $"[{string.Join(", ", Decision.Events.Select(e => e.Event))}] {After.Phase}/{After.Stage}, next {After.Next}, wake {After.WakeAt}");
}
