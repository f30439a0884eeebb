using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Removes a person from every project of theirs and looks again whether anything is left. It may be asked for again at any time, and
/// takes up where a crash stopped it.
/// </summary>
public sealed class PersonEraser(
    ProjectCommands desk, IProjectStore store, IProjectIndex index, IComplaints complaints, IEnumerable<IMailbox> mailboxes)
{
    const string Kind = "client";
    const int MaxMails = 10_000;

    /// <param name="by">The website, a manager, or time: the term for which a person's data may be kept.</param>
    /// <returns>Null when nothing was ever known of the person.</returns>
    public async Task<ErasureResult?> Erase(string client, Actor by, CancellationToken cancellation = default)
    {
        var projects = await index.GetProjectsOfClient(client, cancellation);
        if (projects.IsEmpty && !await HasComplained(client, cancellation))
        {
            return null;
        }

        var traces = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var id in projects)
        {
            traces.UnionWith(GetSearchTerms(await store.LoadDossier(id, cancellation)));
        }

        await RemoveFromDepartmentMails(projects, traces, cancellation);

        // The projects last: as long as one of them is not erased, whoever looks finds what a crash left undone.
        await complaints.Erase(Kind, client, cancellation);
        foreach (var id in projects)
        {
            if (await desk.Record(id, new Erase(), by, cancellation: cancellation) is CommandResult.Refused refused)
            {
                throw new InvalidOperationException($"Erasure was refused: {refused.Refusal.Code}.");
            }

            await store.ErasePerson(id, cancellation);
        }

        return new ErasureResult(client, projects.Length, await IsGone(client, projects, traces, cancellation));
    }

    /// <summary>A digest that was kept names the clients of its day.</summary>
    async Task RemoveFromDepartmentMails(
        ImmutableArray<string> projects, IReadOnlyCollection<string> traces, CancellationToken cancellation)
    {
        var pages = projects.Select(id => $"/desk/projects/{Uri.EscapeDataString(id)}").ToList();
        foreach (var mailbox in mailboxes)
        {
            foreach (var mail in (await mailbox.List(null, null, MaxMails, cancellation)).Select(kept => kept.Mail))
            {
                var text = mail.Text.Replace('\n', ' ');
                if (mail.ProjectId is null && (pages.Exists(page => mail.Links.Any(link => link.EndsWith(page, StringComparison.Ordinal)))
                    || traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase))))
                {
                    await mailbox.Remove(mail.MessageId, cancellation);
                }
            }
        }
    }

    async Task<bool> IsGone(string client, ImmutableArray<string> projects, IEnumerable<string> traces, CancellationToken cancellation)
    {
        foreach (var id in projects)
        {
            if (await store.Load(id, cancellation) is not { Project.Erased: true }
                || await store.LoadDossier(id, cancellation) is not null
                || (await store.LoadPersonalTexts(id, cancellation)).Count > 0
                || await IsInMailbox(id, cancellation))
            {
                return false;
            }
        }

        foreach (var trace in traces)
        {
            var found = await index.Search(new ProjectSearch(trace), cancellation);
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
    static IEnumerable<string> GetSearchTerms(Dossier? dossier) => dossier is null ? []
        : new[] { dossier.Name, dossier.Company, dossier.Email, dossier.Phone, dossier.Title }.OfType<string>();
}
