using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Persons;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Links.Fetches;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.Clients;

/// <summary>Collects everything held on a person.</summary>
public sealed class ClientExportQuery(
    IProjectStore store, IProjectIndex index, IComplaints complaints, IAuditLog audit, PersonLoader persons, ProjectQueries queries, TimeProvider time,
    IEnumerable<IMailbox> mailboxes)
{
    const string ClientKind = "client";
    const int MaxAuditEntries = 10_000;
    const int MaxMails = 10_000;

    /// <param name="client">The client's id.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="cancellation">Stops the query.</param>
    /// <returns>Null when nothing is held on the person.</returns>
    public async Task<ClientExport?> Export(string client, Language language, CancellationToken cancellation = default)
    {
        var projects = new List<ExportedProject>();
        var dossiers = new List<Dossier>();
        foreach (var id in await index.GetProjectsOfClient(client, cancellation))
        {
            if (await queries.Load(id, language, cancellation: cancellation) is { } view)
            {
                var log = await audit.Read(id, MaxAuditEntries, cancellation);
                if (view.Dossier is not null)
                {
                    dossiers.Add(view.Dossier);
                }

                projects.Add(new ExportedProject(
                    // The person has a right to what the department wrote about them (GDPR, article 15), internal notes included.
                    ProjectResponse.Of(view, language, forStaff: true),
                    ExportedDossier.Of(view.Dossier),
                    ExportedContact.Of(view.Project),
                    await GetMessages(id, cancellation),
                    [.. log.Where(e => e.Code == "read").Select(e => new ExportedFeedRead(e.At, e.Role, e.By))])
                {
                    LinkFetches = [.. log.Where(e => e.What == LinkFetchLog.AuditAction).Select(e => new ExportedLinkFetch(e.At, e.By, e.Code))],
                });
            }
        }

        var all = await complaints.All(cancellation);
        var ownComplaints = all.Where(c => IsFrom(c, client)).Select(c => new ExportedComplaint(c.Id, c.ProjectId, c.Text, c.At)).ToArray();
        var mention = new PersonMention(projects.Select(p => p.Project.Id), dossiers);
        return projects.Count == 0 && ownComplaints.Length == 0
            ? null
            : new ClientExport(client, time.GetCurrentInstant(), projects, ownComplaints)
            {
                Person = await persons.Load(client, cancellation) is { Version: > 0 } person ? ContactHistoryResponse.Of(person) : null,
                NamedIn =
                [
                    .. all.Where(c => !IsFrom(c, client) && mention.IsIn(c)).Select(c => new ExportedMention(c.Id, c.FromKind, c.ProjectId, c.Text, c.At)),
                ],
            };
    }

    static bool IsFrom(Complaint complaint, string client) => complaint.FromKind == ClientKind && complaint.FromId == client;

    async Task<ExportedMessage[]> GetMessages(string projectId, CancellationToken cancellation)
    {
        var copies = new Dictionary<string, MailboxEntry>();
        foreach (var mailbox in mailboxes)
        {
            foreach (var mail in await mailbox.List(null, projectId, MaxMails, cancellation))
            {
                copies[mail.Mail.MessageId] = mail;
            }
        }

        var sent = (await store.LoadSentMails(projectId, cancellation)).ToDictionary(mail => mail.MessageId);
        return
        [
            .. from entry in await store.LoadMessages(projectId, pendingOnly: false, cancellation)
               where entry.Message.To == RecipientKind.Client
               let copy = copies.GetValueOrDefault(entry.Message.Id)?.Mail
               let left = sent.GetValueOrDefault(entry.Message.Id)
               select new ExportedMessage(
                   entry.Message.Id, Kebab.Case(entry.Message.Kind), Kebab.Case(entry.State), entry.DueAt, left?.Subject ?? copy?.Subject, left?.Text ?? copy?.Text),
        ];
    }
}
