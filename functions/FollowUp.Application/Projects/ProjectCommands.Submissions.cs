using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Projects;

/// <summary>New projects: submissions, and those that an import brings back.</summary>
public sealed partial class ProjectCommands
{
    /// <summary>Creates a project. A submission with the id and content of an existing project succeeds and changes nothing.</summary>
    /// <param name="command">Its coordinator is ignored: the assignment rules choose.</param>
    /// <param name="dossier">The personal data of the submission.</param>
    /// <param name="idempotencyKey">A repeat under this key gets the first answer, whatever happened to the project since.</param>
    /// <param name="earlierDigests">The digests that earlier versions stored for the same content; default for none.</param>
    /// <param name="cancellation">Stops before the commit; see the remarks of the class.</param>
    /// <returns>
    /// <see cref="CommandResult.Succeeded"/>, <see cref="CommandResult.SubmissionConflict"/>, <see cref="CommandResult.KeyReused"/>, or
    /// <see cref="CommandResult.Refused"/> for a submission from before the erasure of its client.
    /// </returns>
    public async Task<CommandResult> Submit(
        Submit command, Dossier dossier, IdempotencyKey? idempotencyKey = null, ImmutableArray<string> earlierDigests = default,
        CancellationToken cancellation = default)
    {
        while (true)
        {
            // One round trip: what a new project needs is read beside the look for an existing one.
            var now = Now;
            var personRead = persons.Load(command.ClientId, cancellation).AsTask();
            var assignmentRead = coordinators.Load(now, cancellation).AsTask();
            var existingRead = Load(command.ProjectId, idempotencyKey, cancellation).AsTask();
            await Task.WhenAll(personRead, assignmentRead, existingRead);
            if (await existingRead is { } existing)
            {
                if (existing.IdempotencyRecord is { } record)
                {
                    return await Repeat(existing, record, idempotencyKey!, mayHaveCreated: true, cancellation);
                }

                var existingDossier = await store.LoadDossier(command.ProjectId, cancellation);
                if (existingDossier is null || (existingDossier.SubmissionDigest != dossier.SubmissionDigest
                    && !(earlierDigests is { IsDefault: false } && earlierDigests.Contains(existingDossier.SubmissionDigest))))
                {
                    return new CommandResult.SubmissionConflict();
                }

                if (await TryRecordUnchanged(existing.Project, idempotencyKey, null, Actor.Website, Now, cancellation))
                {
                    return new CommandResult.Succeeded(existing, []);
                }

                continue;
            }

            var person = await personRead;
            var coordinator = await ChooseCoordinator(person, await assignmentRead, command.Language, now, cancellation);
            var policy = await policies.Load(coordinator, cancellation);
            var decision = Decider.Decide(null, command with { Coordinator = coordinator }, Actor.Website, policy, now, person);
            if (decision.Refusal is { } refusal)
            {
                await audit.Write(
                    new AuditEntry(now, null, Kebab.Case(Role.Website), Actor.Website.Id, CommandNames.All[typeof(Submit)], refusal.Code), cancellation);
                return new CommandResult.Refused(refusal);
            }

            if (await TryCommit(null, person, decision, policy, dossier, dossier.Salt, idempotencyKey, Actor.Website, cancellation) is { } created)
            {
                return created with { Created = true };
            }
        }
    }

    /// <summary>
    /// Creates a project in the state of an export. No mail or webhook tells of it: what happened was told when it happened. A project that exists
    /// succeeds and stays as it is.
    /// </summary>
    /// <param name="command">The submission. Its coordinator is ignored: the assignment rules choose for an open project.</param>
    /// <param name="state">The state to bring back.</param>
    /// <param name="dossier">The personal data; null for an erased person.</param>
    /// <param name="cancellation">Stops before the commit; see the remarks of the class.</param>
    /// <returns>The result, in which <see cref="CommandResult.Succeeded.Created"/> tells whether the project is new.</returns>
    public async Task<CommandResult.Succeeded> Restore(
        Submit command, RestoredState state, Dossier? dossier, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await store.Load(command.ProjectId, cancellation) is { } existing)
            {
                return new CommandResult.Succeeded(existing, []);
            }

            var now = Now;
            var coordinator = state.Outcome is null && !state.Erased ? await coordinators.Choose(command.Language, now, cancellation) : null;
            var policy = await policies.Load(coordinator, cancellation);
            var person = await persons.Load(command.ClientId, cancellation);
            var decision = RestorationDecider.Decide(command with { Coordinator = coordinator }, state, policy, now);
            if (await TryCommit(null, person, decision, policy, dossier, dossier?.Salt ?? "", idempotencyKey: null, Actor.Website, cancellation, sendsNothing: true) is { } created)
            {
                return created with { Created = true };
            }
        }
    }

    /// <summary>A new project goes to the coordinator of the person's newest other open project who is present and speaks its language.</summary>
    async ValueTask<string?> ChooseCoordinator(
        Person person, AssignmentRound assignment, Language language, Instant now, CancellationToken cancellation)
    {
        foreach (var open in person.Projects.Where(p => p.IsOpen).Reverse())
        {
            if (await store.Load(open.Id, cancellation) is { Project.Staffing.Coordinator: { } known }
                && await coordinators.IsAvailable(known, language, now, cancellation))
            {
                return known;
            }
        }

        return assignment.Choose(language);
    }
}
