using FollowUp.Application.Integrity;
using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.Projects;

/// <summary>
/// Runs commands: loads the project, lets <see cref="Decider"/> decide, commits, and signals the project's run when its work has changed. All
/// changes of projects go through it.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Concurrent commands on one project are serialized by its version: a command that loses is decided again on the new state.</para>
/// <para>
/// A result that is returned is durable. An exception or a cancellation leaves open whether the command was committed; the caller repeats it
/// under the same <see cref="IdempotencyKey"/>. Without a key, a repeat is a second command.
/// </para>
/// <para>
/// Cancellation throws <see cref="OperationCanceledException"/>. Exceptions of the store, the directory and the audit log pass through. An
/// exception of <see cref="IProjectSignal"/> passes through after the commit.
/// </para>
/// </remarks>
public sealed partial class ProjectCommands(
    IProjectStore store, PersonLoader persons, IAuditLog audit, PolicyLoader policies, CoordinatorSelector coordinators, IProjectSignal signal,
    TimeProvider time, AnchorKeys? keys = null)
{
    /// <summary>Runs a command on an existing project.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it; the charter's rules depend on the role.</param>
    /// <param name="idempotencyKey">A repeat under this key gets the first answer; null for a command that needs none.</param>
    /// <param name="ifVersion">The version that the project must have; null for any.</param>
    /// <param name="change">
    /// Edits the dossier in the same commit; called only when the command is accepted and the dossier is not erased. It may be called again after
    /// a conflict.
    /// </param>
    /// <param name="loaded">The project as the caller has just loaded it, which saves the load; after a conflict it is loaded again.</param>
    /// <param name="cancellation">Stops before the commit; see the remarks of the class.</param>
    /// <returns>Any result but <see cref="CommandResult.SubmissionConflict"/>.</returns>
    public async Task<CommandResult> Record(
        string projectId, Command command, Actor actor, IdempotencyKey? idempotencyKey = null, long? ifVersion = null,
        Func<Dossier, Dossier>? change = null, StoredProject? loaded = null, CancellationToken cancellation = default)
    {
        for (var current = loaded; ; current = null)
        {
            // The salt of a text never changes, so the dossier is read beside the project. One that is edited has to be read after it.
            var dossierRead = change is null && FreeTextFinder.HasText(command) ? store.LoadDossier(projectId, cancellation).AsTask() : null;
            if (await (current is null
                ? Load(projectId, idempotencyKey, cancellation) : AddIdempotencyRecord(current, idempotencyKey, cancellation)) is not { } stored)
            {
                return new CommandResult.NotFound();
            }

            if (stored.IdempotencyRecord is { } record)
            {
                return await Repeat(stored, record, idempotencyKey!, mayHaveCreated: false, cancellation);
            }

            if (ifVersion is { } required && required != stored.Project.Version)
            {
                return new CommandResult.VersionMismatch(stored.Project.Version);
            }

            stored = await AddCategory(stored, cancellation);
            var now = Now;
            var policy = await policies.Load(stored.Project.InCharge, cancellation);
            var person = await LoadPerson(stored, isCurrent: command is AdvanceTime, cancellation);
            var decision = Decider.Decide(stored.Project, command, actor, policy, now, person);
            if (decision.Refusal is { } refusal)
            {
                await audit.Write(
                    new AuditEntry(now, projectId, Kebab.Case(actor.Role), actor.Id, CommandNames.All[command.GetType()], refusal.Code),
                    cancellation);
                if (await TryRecordUnchanged(stored.Project, idempotencyKey, refusal, actor, now, cancellation))
                {
                    return new CommandResult.Refused(refusal) { Project = stored.Project };
                }

                continue;
            }

            if (decision.Events.IsEmpty)
            {
                if (await TryRecordUnchanged(stored.Project, idempotencyKey, null, actor, now, cancellation))
                {
                    return new CommandResult.Succeeded(stored, []);
                }

                continue;
            }

            var needsDossier = change is not null || decision.Events.Any(e => PersonalTextExtractor.HasText(e.Event));
            var dossier = needsDossier && !stored.Project.Erased ? await (dossierRead ?? store.LoadDossier(projectId, cancellation).AsTask()) : null;
            var changed = dossier is null ? null : change?.Invoke(dossier);
            if (await TryCommit(stored, person, decision, policy, changed, dossier?.Salt ?? "", idempotencyKey, actor, cancellation) is { } succeeded)
            {
                if (command is Close { DuplicateOf: { } original })
                {
                    await LinkDuplicate(projectId, original, actor, cancellation);
                }

                return succeeded;
            }
        }
    }

    /// <summary>
    /// Leaves an internal note on the project that another one was closed as a duplicate of. The closing is stored already, and names that project; a note
    /// that is refused or lost leaves the closing as it is.
    /// </summary>
    async Task LinkDuplicate(string duplicate, string original, Actor actor, CancellationToken cancellation)
    {
        if (await store.Load(original, cancellation) is not { Project: { IsOpen: true, Language: var language } })
        {
            return;
        }

        var note = new LocalizedText(
            $"Le projet n° {duplicate} a été clos comme doublon de celui-ci.", $"Project no. {duplicate} was closed as a duplicate of this one.");
        await Record(original, new AddNote(new FreeText(note.In(language)), Visibility.Internal), actor, cancellation: cancellation);
    }

    /// <summary>
    /// Applies what the passage of time alone brings about, at most one step a call. Does nothing when nothing is due, so it may be called at any
    /// time.
    /// </summary>
    /// <returns>The project after it; null when there is no project with this id.</returns>
    public async Task<Project?> Advance(string projectId, CancellationToken cancellation = default)
    {
        var result = await Record(projectId, new AdvanceTime(), Actor.Time, cancellation: cancellation);
        return (result as CommandResult.Succeeded)?.Project;
    }

    /// <summary>As <see cref="Advance"/>, with the pending messages of the project after it.</summary>
    public async Task<ProjectWork?> AdvanceWork(string projectId, CancellationToken cancellation = default)
    {
        if (await store.LoadWork(projectId, cancellation) is not { } work)
        {
            return null;
        }

        var result = await Record(projectId, new AdvanceTime(), Actor.Time, loaded: work.Stored, cancellation: cancellation);
        if (result is not CommandResult.Succeeded done)
        {
            return result is CommandResult.NotFound ? null : work;
        }

        // After a conflict the decision was taken on a newer state, whose messages are not those that were loaded.
        return done.Project.Version == work.Project.Version + done.Entries.Length
            ? new ProjectWork(done.Stored, [.. work.Messages, .. done.Messages.Select(message => new OutboxEntry(message, MessageState.Pending, message.NotBefore))])
            : await store.LoadWork(projectId, cancellation);
    }

    Instant Now => time.GetCurrentInstant();

    /// <summary>
    /// The person of a decision. A claim that a crash left on the record of the person is replaced by what the project's timeline has.
    /// </summary>
    /// <param name="stored">The project.</param>
    /// <param name="isCurrent">
    /// Whether the record must be the newest: the look after a signal finds nothing to change on an older one, and no second signal follows. A person with
    /// this project alone has no other one that could change the record and signal this one.
    /// </param>
    /// <param name="cancellation">Cancels the reads.</param>
    async ValueTask<Person> LoadPerson(StoredProject stored, bool isCurrent, CancellationToken cancellation)
    {
        var project = stored.Project;
        var person = isCurrent && stored is { IsPersonRecent: true, Person: { } recent } && recent.OpenProjectsExcept(project.Id).Any() ? null : stored.Person;
        person ??= await persons.Load(project.ClientId, cancellation);
        if (!person.Projects.Any(p => p.Id == project.Id && p.Seq > project.Version))
        {
            return person;
        }

        var entries = await store.LoadEntries(project.Id, 1, project.Version, cancellation);
        return PersonEvolution.Refold(person, project.Id, [.. entries.Select(entry => TimelineJson.Read(entry.Json))]);
    }

    /// <summary>
    /// A private person's project that was posted before the category was stored has it in its submission: the law forbids relaunches in some categories.
    /// It is stored with the next commit.
    /// </summary>
    async ValueTask<StoredProject> AddCategory(StoredProject stored, CancellationToken cancellation) =>
        stored.Project is { Category: null, ClientType: ClientType.Person, IsOpen: true }
        && await store.LoadEntries(stored.Project.Id, 1, 1, cancellation) is [var first]
        && TimelineJson.Read(first.Json).Event is ProjectSubmitted { Category: { } category }
            ? stored with { Project = stored.Project with { Category = category } }
            : stored;

    ValueTask<StoredProject?> Load(string projectId, IdempotencyKey? idempotencyKey, CancellationToken cancellation) => idempotencyKey is null
        ? store.Load(projectId, cancellation)
        : store.LoadWithIdempotencyRecord(projectId, idempotencyKey.Key, cancellation);
}
