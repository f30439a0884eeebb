using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>
/// The one way in for every door: loads, asks <see cref="Decider"/>, commits, wakes the driver. A conflict is decided again on
/// the fresh state, never retried blindly. What it acknowledges is durable.
/// </summary>
public sealed class ProjectCommands(
    IProjectStore store, IAuditLog audit, PolicyLoader policies, CoordinatorSelector assigning, IProjectSignal wakes, TimeProvider time)
{
    /// <summary>Takes a submission; the same id and content again is the same project.</summary>
    /// <param name="dossier">The personal data that came with it.</param>
    /// <param name="command">Without a coordinator: the department's assignment chooses.</param>
    public Task<CommandResult> Submit(Submit command, Dossier dossier, CancellationToken cancellation = default) =>
        Submit(command, dossier, once: null, cancellation);

    /// <inheritdoc cref="Submit(FollowUp.Domain.Projects.Commands.Submit, Dossier, CancellationToken)"/>
    /// <param name="once">Gives a repeat of this request the first answer, whatever happened since.</param>
    public async Task<CommandResult> Submit(Submit command, Dossier dossier, IdempotencyKey? once, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await store.Load(command.ProjectId, cancellation) is { } known)
            {
                if (once is not null && await store.FindIdempotencyRecord(command.ProjectId, once.Key, cancellation) is { } receipt)
                {
                    return Again(known.Project, receipt, once, created: true);
                }

                var kept = await store.LoadDossier(command.ProjectId, cancellation);
                if (kept?.SubmissionDigest != dossier.SubmissionDigest)
                {
                    return new CommandResult.SubmissionConflict();
                }

                if (await TryKeep(known.Project, once, null, Actor.Website, Now, cancellation))
                {
                    return new CommandResult.Succeeded(known.Project, known.Project.Version);
                }

                continue;
            }

            var now = Now;
            var coordinator = await assigning.Choose(command.Language, now, cancellation);
            var policy = await policies.Load(coordinator, cancellation);
            var decision = Decider.Decide(null, command with { Coordinator = coordinator }, Actor.Website, policy, now);
            if (await TryCommit(null, decision, policy, dossier, once, Actor.Website, cancellation))
            {
                return new CommandResult.Succeeded(decision.After!, decision.After!.Version, Created: true);
            }
        }
    }

    /// <summary>Gives a command to a project.</summary>
    /// <param name="once">Makes a repeat of this request recognisable; null when it needs none.</param>
    /// <param name="ifVersion">Only when the project still is at this version.</param>
    /// <param name="change">What the command changes in the dossier.</param>
    /// <param name="loaded">The project as the caller has just loaded it, which saves a read; after a conflict it is read again.</param>
    public async Task<CommandResult> Record(
        string projectId, Command command, Actor actor, IdempotencyKey? once = null, long? ifVersion = null,
        Func<Dossier, Dossier>? change = null, StoredProject? loaded = null, CancellationToken cancellation = default)
    {
        for (var current = loaded; ; current = null)
        {
            if ((current ?? await store.Load(projectId, cancellation)) is not { } stored)
            {
                return new CommandResult.NotFound();
            }

            if (once is not null && await store.FindIdempotencyRecord(projectId, once.Key, cancellation) is { } receipt)
            {
                return Again(stored.Project, receipt, once, created: false);
            }

            if (ifVersion is { } wanted && wanted != stored.Project.Version)
            {
                return new CommandResult.VersionMismatch(stored.Project.Version);
            }

            var now = Now;
            var policy = await policies.Load(stored.Project.InCharge, cancellation);
            var decision = Decider.Decide(stored.Project, command, actor, policy, now);
            if (decision.Refusal is { } refusal)
            {
                await audit.Write(
                    new AuditEntry(now, projectId, Kebab.Case(actor.Role), actor.Id, Kebab.Case(command.GetType().Name), refusal.Code),
                    cancellation);
                if (await TryKeep(stored.Project, once, refusal, actor, now, cancellation))
                {
                    return new CommandResult.Refused(refusal) { Project = stored.Project };
                }

                continue;
            }

            if (decision.Events.IsEmpty)
            {
                if (await TryKeep(stored.Project, once, null, actor, now, cancellation))
                {
                    return new CommandResult.Succeeded(stored.Project, stored.Project.Version);
                }

                continue;
            }

            var dossier = change is not null && await store.LoadDossier(projectId, cancellation) is { } kept ? change(kept) : null;
            if (await TryCommit(stored, decision, policy, dossier, once, actor, cancellation))
            {
                return new CommandResult.Succeeded(decision.After!, decision.After!.Version);
            }
        }
    }

    /// <summary>Decides what time alone decides. Called by the project's driver; does nothing when nothing is due.</summary>
    /// <returns>The project as it now stands; null when there is none.</returns>
    public async Task<Project?> Advance(string projectId, CancellationToken cancellation = default)
    {
        var answer = await Record(projectId, new AdvanceTime(), Actor.Time, cancellation: cancellation);
        return (answer as CommandResult.Succeeded)?.Project;
    }

    Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The first answer to a request that came before under its key.</summary>
    /// <param name="created">A request that was committed made the project.</param>
    static CommandResult Again(Project project, IdempotencyRecord receipt, IdempotencyKey once, bool created) => receipt switch
    {
        _ when receipt.Digest != once.Digest => new CommandResult.KeyReused(),
        { Unchanged.Refusal: { } refusal } => new CommandResult.Refused(refusal),
        _ => new CommandResult.Succeeded(project, receipt.Version, created && receipt.Unchanged is null),
    };

    /// <summary>Keeps an answer that changed nothing, where the request says that its answer is to be given again.</summary>
    /// <returns>False when the same key was answered meanwhile: that answer is the first one.</returns>
    async Task<bool> TryKeep(
        Project project, IdempotencyKey? once, Refusal? refusal, Actor actor, Instant now, CancellationToken cancellation) =>
        once is not { Lasts: { } lasts }
        || await store.AddReceipt(
            project.Id,
            new IdempotencyRecord(once.Key, once.Digest, project.Version, now, actor.Id, now + lasts, new UnchangedAnswer(refusal)),
            cancellation);

    async Task<bool> TryCommit(
        StoredProject? stored, Decision decision, Policy policy, Dossier? dossier, IdempotencyKey? once, Actor actor, CancellationToken cancellation)
    {
        var after = decision.After!;
        var words = ImmutableArray<PersonalText>.Empty;
        var events = decision.Events;
        if (events.Any(e => PersonalTextExtractor.HasText(e.Event)))
        {
            var salt = (dossier ?? await store.LoadDossier(after.Id, cancellation))?.Salt ?? "";
            (events, words) = PersonalTextExtractor.Extract(events, salt);
        }

        var receipt = once is null
            ? null
            : new IdempotencyRecord(once.Key, once.Digest, after.Version, events[^1].At, actor.Id, events[^1].At + once.Lasts);
        var owed = MessagePolicy.CreateMessages(after, events, policy);
        var commit = new Commit(
            after, stored?.Project.Version ?? 0, HashChain.Link(events, stored?.Head ?? ""), owed, dossier, words, receipt);
        if (!await store.TryCommit(commit, cancellation))
        {
            return false;
        }

        // Wakes the driver only when what it waits for has changed: something is owed, the wake time moved nearer, or a phase has ended.
        if (!owed.IsEmpty || stored is null || IsSooner(after.WakeAt, stored.Project.WakeAt) || after.Generation != stored.Project.Generation
            || after.Phase != stored.Project.Phase)
        {
            await wakes.Raise(after.Id, after.Generation, cancellation);
        }

        return true;
    }

    /// <summary>A closed project has no wake time; one whose closing is undone has one again.</summary>
    static bool IsSooner(Instant? wakeAt, Instant? before) => wakeAt is { } at && !(before <= at);
}
