using FollowUp.Application.Complaints;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails.Content;
using Microsoft.Extensions.Options;
using NodaTime;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Finds out who complained, and confirms it to them in their language.</summary>
sealed class ComplaintReceiptMailBuilder(
    IComplaints complaints, IDirectory directory, IProjectIndex index, IProjectStore store, WorkingCalendar calendar, IOptions<MailOptions> department)
{
    /// <returns>Null when the complaint or its author was erased, or has no address.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        var complaint = (await complaints.All(cancellation)).FirstOrDefault(c => c.Id == mail.Recipient);
        if (complaint is null || await Author(complaint, cancellation) is not { } author)
        {
            return null;
        }

        var due = ComplaintReceiptJob.GetAnswerDeadline(complaint.At, calendar);
        var text = ComplaintReceiptMail.Build(complaint, author, calendar.DateOf(complaint.At), due, department.Value);
        return new AddressedMail(author.Address, author.Name, text)
        {
            // A client's copy is kept, and goes, with the project.
            ProjectId = author.Project,
        };
    }

    async Task<ComplaintAuthor?> Author(Complaint complaint, CancellationToken cancellation)
    {
        if (complaint.FromKind == "provider")
        {
            return await directory.FindProvider(complaint.FromId, cancellation) is { } provider
                ? new ComplaintAuthor(provider.Email, provider.Name, provider.Language, null)
                : null;
        }

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

/// <param name="Project">The client's project; null for a provider.</param>
sealed record ComplaintAuthor(string Address, string Name, Language Language, string? Project);
