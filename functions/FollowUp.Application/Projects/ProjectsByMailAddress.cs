using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>The projects whose client writes from a mail address, open or closed; those of an erased person are not found.</summary>
public static class ProjectsByMailAddress
{
    public static async IAsyncEnumerable<(Project Project, Dossier Dossier)> Find(
        IProjectIndex index, IProjectStore store, string address, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var query = new ProjectSearch(Text: address);
        while (true)
        {
            var found = await index.Search(query, cancellation);
            foreach (var row in found)
            {
                // The search finds words; the address itself decides.
                if (await store.LoadDossier(row.Project.Id, cancellation) is { } dossier
                    && string.Equals(dossier.Email, address, StringComparison.OrdinalIgnoreCase))
                {
                    yield return (row.Project, dossier);
                }
            }

            if (found.Length < query.Limit)
            {
                yield break;
            }

            query = query with { After = found[^1].Project.Id };
        }
    }
}
