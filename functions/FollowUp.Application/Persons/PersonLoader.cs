using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.Persons;

/// <summary>
/// Loads persons. A client whose projects were written by a version that had no persons gets a record from their timelines at the first look, so
/// that calls, objections and consents on record count. Thread-safe.
/// </summary>
public sealed class PersonLoader(IPersonStore persons, IProjectStore projects, IProjectIndex index)
{
    /// <summary>The person that a client of the website is.</summary>
    /// <returns>A person of version 0 and without projects for a client who is not known.</returns>
    public async ValueTask<Person> Load(string clientId, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await persons.Load(clientId, cancellation) is { } person)
            {
                return person;
            }

            if (persons.CoversAllProjects)
            {
                return Person.Create(clientId);
            }

            var ids = await index.GetProjectsOfClient(clientId, cancellation);
            if (ids.IsEmpty)
            {
                return Person.Create(clientId);
            }

            var known = ImmutableArray.CreateBuilder<(Project, ImmutableArray<RecordedEvent>)>();
            foreach (var id in ids)
            {
                if (await projects.Load(id, cancellation) is { } stored)
                {
                    known.Add((stored.Project, [.. await projects.ReadEvents(id, cancellation).ToListAsync(cancellation)]));
                }
            }

            var built = PersonEvolution.Build(clientId, known) with { Version = 1 };
            if (await persons.TrySave(new PersonChange(0, built), cancellation))
            {
                return built;
            }
        }
    }
}
