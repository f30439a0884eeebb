using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Removes the data of a person from all their projects, from complaints and from kept mails, then searches whether any are left. May be repeated; a
/// repeat completes an erasure that was interrupted. Thread-safe.
/// </summary>
public sealed class PersonEraser(
    ProjectCommands commands, IProjectStore store, IProjectIndex index, IComplaints complaints, IEnumerable<IMailbox> mailboxes)
{
    const string Kind = "client";
    const int MaxMails = 10_000;

    /// <summary>Erases a person.</summary>
    /// <param name="client">The client's id.</param>
    /// <param name="by">The website, a manager, or <see cref="Actor.Time"/> when the term of <see cref="RetentionJob"/> has passed.</param>
    /// <param name="cancellation">Cancels between two steps; a repeat completes the erasure.</param>
    /// <returns>Null when the client has no project and no complaint.</returns>
    /// <exception cref="InvalidOperationException">The rules refuse the erasure to this actor.</exception>
    public async Task<ErasureResult?> Erase(string client, Actor by, CancellationToken cancellation = default)
    {
        var projects = await index.GetProjectsOfClient(client, cancellation);
        if (projects.IsEmpty && !await HasComplained(client, cancellation))
        {
            return null;
        }

        var searchTerms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in projects)
        {
            searchTerms.UnionWith(GetSearchTerms(await store.LoadDossier(id, cancellation)));
        }

        await RemoveFromDepartmentMails(projects, searchTerms, cancellation);

        // The projects last: after a crash, retention finds the projects whose erasure is incomplete.
        await complaints.Erase(Kind, client, cancellation);
        foreach (var id in projects)
        {
            if (await commands.Record(id, new Erase(), by, cancellation: cancellation) is CommandResult.Refused refused)
            {
                throw new InvalidOperationException($"The erasure of project {id} was refused: {refused.Refusal.Code}.");
            }

            await store.ErasePerson(id, cancellation);
        }

        return new ErasureResult(client, projects.Length, await IsGone(client, projects, searchTerms, cancellation));
    }

    /// <summary>Removes kept digests that name the person.</summary>
    async Task RemoveFromDepartmentMails(
        ImmutableArray<string> projects, IReadOnlyCollection<string> searchTerms, CancellationToken cancellation)
    {
        var names = searchTerms.Select(TextFold.FoldToWord).Where(term => term.Length > 0).ToList();
        var pages = projects.Select(id => $"/desk/projects/{Uri.EscapeDataString(id)}").ToList();
        foreach (var mailbox in mailboxes)
        {
            foreach (var mail in (await mailbox.List(null, null, MaxMails, cancellation)).Select(entry => entry.Mail))
            {
                if (mail.ProjectId is null
                    && (pages.Exists(page => mail.Links.Any(link => link.EndsWith(page, StringComparison.Ordinal))) || NamesPerson(mail.Text)))
                {
                    await mailbox.Remove(mail.MessageId, cancellation);
                }
            }
        }

        bool NamesPerson(string text)
        {
            var folded = TextFold.FoldToWord(text);
            return names.Exists(name => folded.Contains(name, StringComparison.Ordinal));
        }
    }

    async Task<bool> IsGone(string client, ImmutableArray<string> projects, IEnumerable<string> searchTerms, CancellationToken cancellation)
    {
        foreach (var id in projects)
        {
            if (await store.Load(id, cancellation) is not { Project.Erased: true }
                || await store.LoadDossier(id, cancellation) is not null
                || (await store.LoadPersonalTexts(id, cancellation)).Count > 0
                || !(await store.LoadSentMails(id, cancellation)).IsEmpty
                || await IsInMailbox(id, cancellation))
            {
                return false;
            }
        }

        foreach (var term in searchTerms)
        {
            var found = await index.Search(new ProjectSearch(term), cancellation);
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
        !(await complaints.AllFrom(Kind, client, cancellation)).IsEmpty;

    /// <summary>The texts by which a search finds the person.</summary>
    static IEnumerable<string> GetSearchTerms(Dossier? dossier) => dossier is null ? []
        : new[] { dossier.Name, dossier.Company, dossier.Email, dossier.Phone, dossier.Title }.OfType<string>();
}
