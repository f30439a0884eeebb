using FollowUp.Application.Complaints;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Builds the receipt of a complaint, in its author's language.</summary>
sealed class ComplaintReceiptMailBuilder(
    IComplaints complaints, IDirectory directory, IProjectIndex index, IProjectStore store, DepartmentCalendar departmentCalendar, IOptionsMonitor<MailOptions> department,
    IOptionsMonitor<PagesOptions> pages)
{
    /// <returns>Null when the complaint or its author is erased, or when the author has no mail address.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        var complaint = await complaints.Find(mail.Recipient, cancellation);
        if (complaint is null || await FindAuthor(complaint, cancellation) is not { } author)
        {
            return null;
        }

        var calendar = departmentCalendar.Current;
        var due = ComplaintReceiptJob.GetAnswerDeadline(complaint.At, calendar);
        var text = ComplaintReceiptMail.Build(complaint, author, calendar.DateOf(complaint.At), due, department.CurrentValue, pages.CurrentValue);
        return new AddressedMail(author.Address, author.Name, text)
        {
            // The mailbox erases the mails of a project with the client.
            ProjectId = author.Project,
        };
    }

    async Task<ComplaintAuthor?> FindAuthor(Complaint complaint, CancellationToken cancellation)
    {
        if (complaint.FromKind == "provider")
        {
            return await directory.FindProvider(complaint.FromId, cancellation) is { } provider
                ? new ComplaintAuthor(provider.Email, provider.Name, provider.Language, null)
                : null;
        }

        // The mail address is read from the project of the complaint, else from any other of the client.
        var projects = await index.GetProjectsOfClient(complaint.FromId, cancellation);
        foreach (var id in projects.OrderByDescending(id => id == complaint.ProjectId))
        {
            if (await store.LoadDossier(id, cancellation) is { Email: { Length: > 0 } address } dossier)
            {
                return new ComplaintAuthor(address, dossier.Name, (await store.Load(id, cancellation))!.Project.Language, id);
            }
        }

        return null;
    }
}
