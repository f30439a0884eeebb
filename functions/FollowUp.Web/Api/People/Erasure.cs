using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Domain;

namespace FollowUp.Web;

/// <summary>
/// Removes a person from every project of theirs and looks again whether anything is left. It may be asked for again at any time, and
/// takes up where a crash stopped it.
/// </summary>
public sealed class Erasure(
    Application.Desk desk, IProjectStore store, IIndex index, IComplaints complaints, IEnumerable<IMailbox> mailboxes)
{
    const string Kind = "client";

    /// <param name="by">The website, or a manager.</param>
    /// <returns>Null when nothing was ever known of the person.</returns>
    public async Task<ErasureAnswer?> Erase(string client, Actor by, CancellationToken cancellation = default)
    {
        var projects = await index.ProjectsOfClient(client, cancellation);
        if (projects.IsEmpty && !await HasComplained(client, cancellation))
        {
            return null;
        }

        var traces = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in projects)
        {
            traces.UnionWith(TracesOf(await store.LoadDossier(id, cancellation)));
            if (await desk.Record(id, new Erase(), by, cancellation: cancellation) is Answer.Refused refused)
            {
                throw new InvalidOperationException($"Erasure was refused: {refused.Refusal.Code}.");
            }

            await store.ErasePerson(id, cancellation);
        }

        await complaints.Erase(Kind, client, cancellation);
        return new ErasureAnswer(client, projects.Length, await IsGone(client, projects, traces, cancellation));
    }

    async Task<bool> IsGone(string client, ImmutableArray<string> projects, IEnumerable<string> traces, CancellationToken cancellation)
    {
        foreach (var id in projects)
        {
            if (await store.Load(id, cancellation) is not { Project.Erased: true }
                || await store.LoadDossier(id, cancellation) is not null
                || (await store.LoadWords(id, cancellation)).Count > 0
                || await IsInMailbox(id, cancellation))
            {
                return false;
            }
        }

        foreach (var trace in traces)
        {
            var found = await index.Search(new IndexQuery(trace), cancellation);
            if (found.Any(row => projects.Contains(row.Project.Id)))
            {
                return false;
            }
        }

        return !await HasComplained(client, cancellation);
    }

    async Task<bool> IsInMailbox(string projectId, CancellationToken cancellation)
    {
        foreach (var mailbox in mailboxes)
        {
            if (!(await mailbox.List(null, projectId, 1, cancellation)).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    async Task<bool> HasComplained(string client, CancellationToken cancellation) =>
        (await complaints.All(cancellation)).Any(c => c.FromKind == Kind && c.FromId == client);

    /// <summary>What a search could find the person by.</summary>
    static IEnumerable<string> TracesOf(Dossier? dossier) => dossier is null ? []
        : new[] { dossier.Name, dossier.Company, dossier.Email, dossier.Phone, dossier.Title }.OfType<string>();
}
