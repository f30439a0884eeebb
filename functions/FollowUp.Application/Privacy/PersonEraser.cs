using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Application.Privacy;

/// <summary>
/// Removes the data of a person from all their projects, from their complaints and from kept mails, and masks them in what others complained of. Then it
/// searches whether any are left. May be repeated; a repeat completes an erasure that was interrupted. Thread-safe.
/// </summary>
public sealed class PersonEraser(
    ProjectCommands commands, IProjectStore store, IProjectIndex index, IComplaints complaints, IEnumerable<IMailbox> mailboxes,
    ErasureProofs? proofs = null)
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

        var dossiers = new List<Dossier>();
        foreach (var id in projects)
        {
            if (await store.LoadDossier(id, cancellation) is { } dossier)
            {
                dossiers.Add(dossier);
            }
        }

        if (proofs is not null)
        {
            await proofs.Keep(client, dossiers, cancellation);
        }

        var mention = new PersonMention(projects, dossiers);
        var masked = await MaskComplaintsOfOthers(client, mention, cancellation);
        await RemoveFromDepartmentMails(projects, mention, masked, cancellation);

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

        var checks = await Verify(client, projects, [.. dossiers.SelectMany(GetSearchTerms).Distinct(StringComparer.Ordinal)], mention, cancellation);
        return new ErasureResult(client, projects.Length, checks.All(check => check.Left == 0)) { Checks = checks, MaskedComplaints = masked.Count };
    }

    /// <summary>Masks the person in what others complained of; the complaint itself stays, and can be answered.</summary>
    /// <returns>The ids of the complaints that are about the person or name them.</returns>
    async Task<HashSet<string>> MaskComplaintsOfOthers(string client, PersonMention mention, CancellationToken cancellation)
    {
        var masked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var complaint in (await complaints.All(cancellation)).Where(c => !IsFrom(c, client) && mention.IsIn(c)))
        {
            masked.Add(complaint.Id);
            await complaints.Mask(complaint.Id, mention.Mask, cancellation);
        }

        return masked;
    }

    /// <summary>Removes kept mails of no project that name the person, link to a project of theirs, or are about a complaint that is masked.</summary>
    async Task RemoveFromDepartmentMails(
        ImmutableArray<string> projects, PersonMention mention, HashSet<string> masked, CancellationToken cancellation)
    {
        var pages = projects.Select(id => $"/desk/projects/{Uri.EscapeDataString(id)}").ToList();
        foreach (var mailbox in mailboxes)
        {
            foreach (var mail in (await mailbox.List(null, null, MaxMails, cancellation)).Select(entry => entry.Mail))
            {
                if (mail.ProjectId is null
                    && (pages.Exists(page => mail.Links.Any(link => link.EndsWith(page, StringComparison.Ordinal)))
                        || mention.Names(mail.Subject) || mention.Names(mail.Text) || masked.Any(id => HasWord(mail.Subject, id) || HasWord(mail.Text, id))))
                {
                    await mailbox.Remove(mail.MessageId, cancellation);
                }
            }
        }
    }

    static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Searches for the person again.</summary>
    async Task<ImmutableArray<ErasureCheck>> Verify(
        string client, ImmutableArray<string> projects, ImmutableArray<string> searchTerms, PersonMention mention, CancellationToken cancellation)
    {
        var (open, dossiers, texts, mails) = (0, 0, 0, 0);
        foreach (var id in projects)
        {
            open += await store.Load(id, cancellation) is { Project.Erased: true } ? 0 : 1;
            dossiers += await store.LoadDossier(id, cancellation) is null ? 0 : 1;
            texts += (await store.LoadPersonalTexts(id, cancellation)).Count > 0 ? 1 : 0;
            mails += await IsInMailbox(id, cancellation) || !(await store.LoadSentMails(id, cancellation)).IsEmpty ? 1 : 0;
        }

        var found = 0;
        foreach (var term in searchTerms)
        {
            found += (await index.Search(new ProjectSearch(term), cancellation)).Any(row => projects.Contains(row.Project.Id)) ? 1 : 0;
        }

        var others = (await complaints.All(cancellation)).Where(c => !IsFrom(c, client)).ToList();
        return
        [
            new("project", projects.Length, open),
            new("dossier", projects.Length, dossiers),
            new("text", projects.Length, texts),
            new("mail", projects.Length, mails),
            new("search", searchTerms.Length, found),
            new("complaint", 1, await HasComplained(client, cancellation) ? 1 : 0),
            new("named-in-complaint", others.Count, others.Count(c => mention.Names(c.Text) || mention.Names(c.Handling?.Answer))),
        ];
    }

    static bool IsFrom(Complaint complaint, string client) => complaint.FromKind == Kind && complaint.FromId == client;

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
    static IEnumerable<string> GetSearchTerms(Dossier dossier) =>
        new[] { dossier.Name, dossier.Company, dossier.Email, dossier.Phone, dossier.Title }.OfType<string>();
}
