using System.Runtime.CompilerServices;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Projects;

/// <summary>Finds the projects of a client's mail address, open or closed. Projects of an erased person have no address.</summary>
public static class ProjectsByMailAddress
{
    /// <summary>
    /// The projects whose dossier has an address, in whatever form of <see cref="MailAddress"/>. Ordered by id among those that are stored in
    /// the same form.
    /// </summary>
    public static async IAsyncEnumerable<(Project Project, Dossier Dossier)> Find(
        IProjectIndex index, IProjectStore store, string address, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The index holds an address as it was submitted: its domain in ASCII or in its own script.
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in new[] { MailAddress.Normalize(address), MailAddress.ToUnicode(address) }.Distinct(StringComparer.Ordinal))
        {
            await foreach (var row in index.SearchAll(new ProjectSearch(Text: form), cancellation))
            {
                // The search finds the words of the address anywhere; the dossier decides.
                if (found.Add(row.Project.Id)
                    && await store.LoadDossier(row.Project.Id, cancellation) is { } dossier
                    && MailAddress.AreSame(dossier.Email, address))
                {
                    yield return (row.Project, dossier);
                }
            }
        }
    }
}
