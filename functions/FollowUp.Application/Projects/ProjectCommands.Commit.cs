using System.Collections.Immutable;
using FollowUp.Application.Board;
using FollowUp.Application.Integrity;
using FollowUp.Application.Persons;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Projects;

// Commit: how a decision is stored, and what follows it.
public sealed partial class ProjectCommands
{
    /// <param name="sendsNothing">Whether the events require no message.</param>
    /// <returns>Null when the project has changed in the meantime and nothing was written.</returns>
    async Task<CommandResult.Succeeded?> TryCommit(
        StoredProject? stored, Person person, Decision decision, Policy policy, Dossier? dossier, string salt, IdempotencyKey? idempotencyKey,
        Actor actor, CancellationToken cancellation, bool sendsNothing = false)
    {
        var after = decision.After!;
        var (events, texts) = PersonalTextExtractor.Extract(decision.Events, salt);
        var at = events[^1].At;
        var record = idempotencyKey is null
            ? null
            : new IdempotencyRecord(
                idempotencyKey.Key, idempotencyKey.Digest, after.Version, at, actor.Id, at + idempotencyKey.Lasts, Entries: events.Length);
        var timeline = HashChain.Link(events, stored?.Head ?? "");
        ImmutableArray<OutboxMessage> messages = sendsNothing ? [] : MessagePolicy.CreateMessages(after, events, policy);
        var version = stored?.Project.Version ?? 0;
        var change = PersonChange.Between(person, PersonEvolution.Apply(person, version, after, decision.Events));
        var commit = new Commit(after, version, timeline, messages, dossier, texts, record)
        {
            Person = change,
            Signature = keys is null ? null : HeadSignature.Create(keys, after.Id, after.Version, timeline[^1].Hash),
            Facts = await CreateFacts(stored?.Project, decision.Events, policy, cancellation),
        };
        if (!await store.TryCommit(commit, cancellation))
        {
            return null;
        }

        if (stored is null || stored.Project.Generation != after.Generation)
        {
            await signal.Start(after.Id, after.Generation, cancellation);
        }
        else if (FallsDueBeforeNextLook(stored.Project, after, messages))
        {
            await signal.Raise(after.Id, after.Generation, cancellation);
        }

        if (change is not null && ConcernsOtherProjects(person, change.After))
        {
            await PlanOtherProjects(change.After, after.Id);
        }

        return new CommandResult.Succeeded(
            new StoredProject(after, timeline[^1].Hash) { Person = change?.After ?? person },
            [.. decision.Events.Zip(timeline, (recorded, entry) => new CommittedEntry(recorded, entry.Kind, entry.Hash))])
        {
            Messages = messages,
        };
    }

    /// <summary>The facts of new events. Only an undo reads the timeline, since it takes back what earlier events count for.</summary>
    async ValueTask<ImmutableArray<BoardFact>> CreateFacts(
        Project? before, ImmutableArray<RecordedEvent> events, Policy policy, CancellationToken cancellation)
    {
        if (before is null || !BoardFacts.NeedTimeline(events))
        {
            return BoardFacts.Create(before, events, policy);
        }

        if (before.Figures is null)
        {
            return [];
        }

        var entries = await store.LoadEntries(before.Id, 1, before.Version, cancellation);
        return [.. BoardFacts.Create([.. entries.Select(entry => TimelineJson.Read(entry.Json)), .. events], policy).Where(fact => fact.Seq > before.Version)];
    }

    /// <summary>
    /// The other open projects of the person plan again, so that no queue shows a call that is not allowed any more. The commit is stored already: a
    /// project that cannot be planned now is planned by its next run, and a call is checked again when it is recorded, a mail when it is sent.
    /// </summary>
    async Task PlanOtherProjects(Person person, string projectId)
    {
        foreach (var other in person.OpenProjectsExcept(projectId))
        {
            try
            {
                await Advance(other.Id, CancellationToken.None);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                await signal.Raise(other.Id, other.Generation, CancellationToken.None);
            }
        }
    }

    static bool ConcernsOtherProjects(Person before, Person after) =>
        before.Calls != after.Calls || before.Consents != after.Consents || before.Objections != after.Objections;

    /// <summary>
    /// The run of a project looks again at the wake time that it read, or sooner. A closed project has no wake time, and its run may have ended; one that is
    /// reopened has one again.
    /// </summary>
    bool FallsDueBeforeNextLook(Project before, Project after, ImmutableArray<OutboxMessage> messages) =>
        messages.Select(message => (Instant?)message.NotBefore).Append(after.WakeAt).Min() is { } due
        && !(before.WakeAt <= due + signal.Tolerance);
}
