using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Web.Console.Persons;

/// <summary>Finds clients by name, company, mail address, phone number, project number or their id on the website.</summary>
sealed class PersonRowsQuery(IProjectIndex index, IProjectStore store)
{
    const int MaxProjects = 200;

    /// <summary>How many clients are loaded at a time.</summary>
    const int ChunkSize = 50;

    /// <returns>The clients, those with a name first, and whether there may be more.</returns>
    public async Task<(ImmutableArray<PersonRow> Rows, bool IsCut)> Find(string text, CancellationToken cancellation)
    {
        var found = await index.Search(new ProjectSearch(text, Limit: MaxProjects), cancellation);
        var clients = found.Select(item => item.Project.ClientId).Prepend(text.Trim()).Distinct(StringComparer.Ordinal);
        var rows = new List<PersonRow>();
        foreach (var chunk in clients.Chunk(ChunkSize))
        {
            rows.AddRange((await Task.WhenAll(chunk.Select(client => Load(client, cancellation)))).OfType<PersonRow>());
        }

        return ([.. rows.OrderBy(row => row.Name is null).ThenBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)], found.Length == MaxProjects);
    }

    async Task<PersonRow?> Load(string client, CancellationToken cancellation)
    {
        var projects = await index.GetProjectsOfClient(client, cancellation);
        PersonRow? row = null;
        foreach (var id in projects)
        {
            if (await store.Load(id, cancellation) is not { Project: var project })
            {
                continue;
            }

            var dossier = await store.LoadDossier(id, cancellation);
            var name = dossier is null ? null : dossier.Company is { } company ? $"{dossier.Name}, {company}" : dossier.Name;
            row = row is null || row.LastSignOfLife < project.LastSignOfLife
                ? new PersonRow(client, name ?? row?.Name, dossier?.Email ?? row?.Email, dossier?.Phone ?? row?.Phone, projects.Length, project.LastSignOfLife)
                : row with { Name = row.Name ?? name, Email = row.Email ?? dossier?.Email, Phone = row.Phone ?? dossier?.Phone };
        }

        return row;
    }
}
