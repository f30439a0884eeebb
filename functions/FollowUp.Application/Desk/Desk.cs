using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// The one way in for every door: loads, asks <see cref="Decider"/>, commits, wakes the driver. A conflict is decided again on
/// the fresh state, never retried blindly. What it acknowledges is durable.
/// </summary>
public sealed class Desk(
    IProjectStore store, IAuditLog audit, Policies policies, Assigning assigning, IWakes wakes, TimeProvider time)
{
    /// <summary>Takes a submission; the same id and content again is the same project.</summary>
    /// <param name="dossier">The personal data that came with it.</param>
    /// <param name="command">Without a coordinator: the department's assignment chooses.</param>
    public Task<Answer> Submit(Submit command, Dossier dossier, CancellationToken cancellation = default) =>
        Submit(command, dossier, once: null, cancellation);

    /// <inheritdoc cref="Submit(FollowUp.Domain.Projects.Commands.Submit, Dossier, CancellationToken)"/>
    /// <param name="once">Gives a repeat of this request the first answer, whatever happened since.</param>
    public async Task<Answer> Submit(Submit command, Dossier dossier, Once? once, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await store.Load(command.ProjectId, cancellation) is { } known)
            {
                if (once is not null && await store.FindReceipt(command.ProjectId, once.Key, cancellation) is { } receipt)
                {
                    return Again(known.Project, receipt, once, created: true);
                }

                var kept = await store.LoadDossier(command.ProjectId, cancellation);
                if (kept?.SubmissionDigest != dossier.SubmissionDigest)
                {
                    return new Answer.Differs();
                }

                if (await TryKeep(known.Project, once, null, Actor.Website, Now, cancellation))
                {
                    return new Answer.Done(known.Project, known.Project.Version);
                }

                continue;
            }

            var now = Now;
            var coordinator = await assigning.Choose(command.Language, now, cancellation);
            var policy = await policies.For(coordinator, cancellation);
            var decision = Decider.Decide(null, command with { Coordinator = coordinator }, Actor.Website, policy, now);
            if (await TryCommit(null, decision, policy, dossier, once, Actor.Website, cancellation))
            {
                return new Answer.Done(decision.After!, decision.After!.Version, Created: true);
            }
        }
    }

    /// <summary>Gives a command to a project.</summary>
    /// <param name="once">Makes a repeat of this request recognisable; null when it needs none.</param>
    /// <param name="ifVersion">Only when the project still is at this version.</param>
    /// <param name="change">What the command changes in the dossier.</param>
    public async Task<Answer> Record(
        string projectId, Command command, Actor actor, Once? once = null, long? ifVersion = null,
        Func<Dossier, Dossier>? change = null, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await store.Load(projectId, cancellation) is not { } stored)
            {
                return new Answer.NotFound();
            }

            if (once is not null && await store.FindReceipt(projectId, once.Key, cancellation) is { } receipt)
            {
                return Again(stored.Project, receipt, once, created: false);
            }

            if (ifVersion is { } wanted && wanted != stored.Project.Version)
            {
                return new Answer.Stale(stored.Project.Version);
            }

            var now = Now;
            var policy = await policies.For(stored.Project.InCharge, cancellation);
            var decision = Decider.Decide(stored.Project, command, actor, policy, now);
            if (decision.Refusal is { } refusal)
            {
                await audit.Write(
                    new AuditEntry(now, projectId, Kebab.Case(actor.Role), actor.Id, Kebab.Case(command.GetType().Name), refusal.Code),
                    cancellation);
                if (await TryKeep(stored.Project, once, refusal, actor, now, cancellation))
                {
                    return new Answer.Refused(refusal);
                }

                continue;
            }

            if (decision.Events.IsEmpty)
            {
                if (await TryKeep(stored.Project, once, null, actor, now, cancellation))
                {
                    return new Answer.Done(stored.Project, stored.Project.Version);
                }

                continue;
            }

            var dossier = change is not null && await store.LoadDossier(projectId, cancellation) is { } kept ? change(kept) : null;
            if (await TryCommit(stored, decision, policy, dossier, once, actor, cancellation))
            {
                return new Answer.Done(decision.After!, decision.After!.Version);
            }
        }
    }

    /// <summary>Decides what time alone decides. Called by the project's driver; does nothing when nothing is due.</summary>
    /// <returns>The project as it now stands; null when there is none.</returns>
    public async Task<Project?> Advance(string projectId, CancellationToken cancellation = default)
    {
        var answer = await Record(projectId, new AdvanceTime(), Actor.Time, cancellation: cancellation);
        return (answer as Answer.Done)?.Project;
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The first answer to a request that came before under its key.</summary>
    /// <param name="created">A request that was committed made the project.</param>
    static Answer Again(Project project, Receipt receipt, Once once, bool created) => receipt switch
    {
        _ when receipt.Digest != once.Digest => new Answer.KeyReused(),
        { Unchanged.Refusal: { } refusal } => new Answer.Refused(refusal),
        _ => new Answer.Done(project, receipt.Version, created && receipt.Unchanged is null),
    };

    /// <summary>Keeps an answer that changed nothing, where the request says that its answer is to be given again.</summary>
    /// <returns>False when the same key was answered meanwhile: that answer is the first one.</returns>
    async Task<bool> TryKeep(
        Project project, Once? once, Refusal? refusal, Actor actor, Instant now, CancellationToken cancellation) =>
        once is not { Lasts: { } lasts }
        || await store.AddReceipt(
            project.Id,
            new Receipt(once.Key, once.Digest, project.Version, now, actor.Id, now + lasts, new UnchangedAnswer(refusal)),
            cancellation);

    async Task<bool> TryCommit(
        StoredProject? stored, Decision decision, Policy policy, Dossier? dossier, Once? once, Actor actor, CancellationToken cancellation)
    {
        var after = decision.After!;
        var words = ImmutableArray<FiledWords>.Empty;
        var events = decision.Events;
        if (events.Any(e => Filing.HasWords(e.Event)))
        {
            var salt = (dossier ?? await store.LoadDossier(after.Id, cancellation))?.Salt ?? "";
            (events, words) = Filing.File(events, salt);
        }

        var receipt = once is null
            ? null
            : new Receipt(once.Key, once.Digest, after.Version, events[^1].At, actor.Id, events[^1].At + once.Lasts);
        var owed = MessagePolicy.CreateMessages(after, events, policy);
        var commit = new Commit(
            after, stored?.Project.Version ?? 0, Chain.Link(events, stored?.Head ?? ""), owed, dossier, words, receipt);
        if (!await store.Commit(commit, cancellation))
        {
            return false;
        }

        // Wakes the driver only when what it waits for has changed: something is owed, the wake time moved nearer, or a phase has ended.
        if (!owed.IsEmpty || stored is null || IsSooner(after.WakeAt, stored.Project.WakeAt) || after.Generation != stored.Project.Generation
            || after.Phase != stored.Project.Phase)
        {
            await wakes.Wake(after.Id, after.Generation, cancellation);
        }

        return true;
    }

    /// <summary>A closed project has no wake time; one whose closing is undone has one again.</summary>
    static bool IsSooner(Instant? wakeAt, Instant? before) => wakeAt is { } at && !(before <= at);
}
