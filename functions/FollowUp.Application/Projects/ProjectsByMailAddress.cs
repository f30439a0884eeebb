using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>Finds the projects of a client's mail address, open or closed. Projects of an erased person have no address.</summary>
public static class ProjectsByMailAddress
{
    /// <summary>The projects whose dossier has an address, whatever its case, ordered by id.</summary>
    public static async IAsyncEnumerable<(Project Project, Dossier Dossier)> Find(
        IProjectIndex index, IProjectStore store, string address, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in index.SearchAll(new ProjectSearch(Text: address), cancellation))
        {
            // The search finds the words of the address anywhere; the dossier decides.
            if (await store.LoadDossier(row.Project.Id, cancellation) is { } dossier
                && string.Equals(dossier.Email, address, StringComparison.OrdinalIgnoreCase))
            {
                yield return (row.Project, dossier);
            }
        }
    }
}
