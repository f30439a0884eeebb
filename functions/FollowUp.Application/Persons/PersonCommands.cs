using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects.Commands;
using NodaTime.Extensions;

namespace FollowUp.Application.Persons;

/// <summary>Runs commands that concern a person and not one project. Thread-safe; the remarks of <see cref="ProjectCommands"/> hold here too.</summary>
public sealed class PersonCommands(
    IPersonStore persons, PersonLoader loader, IProjectStore projects, ProjectCommands commands, IProjectSignal signal, IAuditLog audit, TimeProvider time)
{
    /// <summary>
    /// Records a consent to be called, or its withdrawal, on the newest project of the client, an open one where there is one. It holds for all
    /// projects of the person.
    /// </summary>
    /// <param name="clientId">The website's id of the client.</param>
    /// <param name="command">The consent.</param>
    /// <param name="actor">Who reports it.</param>
    /// <param name="idempotencyKey">A repeat under this key changes nothing; null for a request that needs none.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <returns><see cref="CommandResult.NotFound"/> when the client has no project.</returns>
    public async Task<CommandResult> RecordConsent(
        string clientId, RecordConsent command, Actor actor, IdempotencyKey? idempotencyKey = null, CancellationToken cancellation = default)
    {
        var person = await loader.Load(clientId, cancellation);
        var project = person.Projects.LastOrDefault(p => p.IsOpen) ?? person.Projects.LastOrDefault();
        return project is null
            ? new CommandResult.NotFound()
            : await commands.Record(project.Id, command, actor, idempotencyKey, cancellation: cancellation);
    }

    /// <summary>Joins clients whom staff know to be one person. It may be repeated.</summary>
    /// <param name="clients">The website's ids of the clients, two at least.</param>
    /// <param name="actor">A manager, or a coordinator who follows a project of each of them: a join may stop the relaunches of all their projects.</param>
    /// <param name="cancellation">Cancels between two writes; a repeat completes the join.</param>
    /// <returns>The person; or why the actor may not join them; or neither when one of the clients is not known.</returns>
    public async Task<(Person? Person, Refusal? Refusal)> Join(ImmutableArray<string> clients, Actor actor, CancellationToken cancellation = default)
    {
        var known = new List<Person>();
        foreach (var client in clients)
        {
            var person = await loader.Load(client, cancellation);
            if (person.Version == 0)
            {
                return (null, await RefuseSales(actor, cancellation));
            }

            known.Add(person);
        }

        if (await GetRefusal(known, actor, cancellation) is { } refusal)
        {
            foreach (var project in known.Select(p => p.Projects.LastOrDefault()).OfType<PersonProject>())
            {
                await audit.Write(
                    new AuditEntry(time.GetCurrentInstant(), project.Id, Kebab.Case(actor.Role), actor.Id, "join-persons", refusal.Code), cancellation);
            }

            return (null, refusal);
        }

        var kept = known[0].Id;
        foreach (var client in clients.Skip(1))
        {
            await JoinTo(kept, clients[0], client, cancellation);
        }

        var joined = await loader.Load(clients[0], cancellation);
        await PlanProjects(joined);
        return (joined, null);
    }

    /// <summary>
    /// Adds the facts of a client's person to the kept one, then points the client's record to it. The record is pointed only at the version whose
    /// facts were added, so that none is lost.
    /// </summary>
    async Task JoinTo(string kept, string keptClient, string client, CancellationToken cancellation)
    {
        while (await loader.Load(client, cancellation) is var other && other.Id != kept)
        {
            var person = await loader.Load(keptClient, cancellation);
            if (await persons.TrySave(PersonChange.Between(person, PersonEvolution.Join(person, other))!, cancellation)
                && await persons.TrySave(PersonChange.Between(other, other with { JoinedTo = kept })!, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Sales are refused for an unknown client as for a known one: the answer must not tell them who is a client.</summary>
    async Task<Refusal?> RefuseSales(Actor actor, CancellationToken cancellation)
    {
        if (actor.Role != Role.Sales)
        {
            return null;
        }

        var refusal = Refusals.SalesDoNotFollowUp;
        await audit.Write(new AuditEntry(time.GetCurrentInstant(), null, Kebab.Case(actor.Role), actor.Id, "join-persons", refusal.Code), cancellation);
        return refusal;
    }

    async Task<Refusal?> GetRefusal(IEnumerable<Person> known, Actor actor, CancellationToken cancellation)
    {
        switch (actor.Role)
        {
            case Role.Manager:
                return null;
            case Role.Sales:
                return Refusals.SalesDoNotFollowUp;
            case Role.Coordinator:
                foreach (var person in known)
                {
                    if (!await FollowsOne(person, actor, cancellation))
                    {
                        return Refusals.NotYourProject;
                    }
                }

                return null;
            default:
                return Refusals.NotAllowed;
        }
    }

    /// <summary>Whether the coordinator is in charge of a project of the person, or stands in.</summary>
    async Task<bool> FollowsOne(Person person, Actor actor, CancellationToken cancellation)
    {
        foreach (var project in person.Projects)
        {
            if (await projects.Load(project.Id, cancellation) is { } stored && !Charter.IsColleague(stored.Project, actor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The open projects plan again at once, so that no queue shows a call that is not allowed any more. The join is stored already: a project that
    /// cannot be planned now is planned by its next run.
    /// </summary>
    async Task PlanProjects(Person person)
    {
        foreach (var project in person.Projects.Where(p => p.IsOpen))
        {
            try
            {
                await commands.Advance(project.Id, CancellationToken.None);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                await signal.Raise(project.Id, project.Generation, CancellationToken.None);
            }
        }
    }
}
