using FollowUp.Application.Complaints;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Builds the receipt of a complaint and the answer to it, in its author's language.</summary>
sealed class ComplaintReceiptMailBuilder(
    IComplaints complaints, IDirectory directory, ComplaintAuthors authors, ComplaintAnswerMasking masking, DepartmentCalendar departmentCalendar, IOptionsMonitor<MailOptions> department,
    IOptionsMonitor<PagesOptions> pages)
{
    /// <returns>Null when the complaint or its author is erased, or when the author has no mail address.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        var complaint = await complaints.Find(mail.Recipient, cancellation);
        if (complaint is null || await authors.Find(complaint, cancellation) is not { } author)
        {
            return null;
        }

        var calendar = departmentCalendar.Current;
        var due = ComplaintTerms.GetAnswerDeadline(complaint.At, calendar);
        return Address(author, ComplaintReceiptMail.Build(complaint, author, calendar.DateOf(complaint.At), due, department.CurrentValue, pages.CurrentValue));
    }

    /// <returns>Null when the complaint or its author is erased, or when the author has no mail address.</returns>
    public async Task<AddressedMail?> BuildAnswer(DepartmentMail mail, CancellationToken cancellation)
    {
        var complaint = await complaints.Find(mail.Recipient, cancellation);
        if (complaint is not { Handling: { Answer: not null } handling } || await authors.Find(complaint, cancellation) is not { } author)
        {
            return null;
        }

        var manager = await directory.FindPresentOrFormerStaff(handling.By, cancellation);
        var received = departmentCalendar.Current.DateOf(complaint.At);

        // What was learned since the answer was written, as a provider that registered meanwhile, is masked too.
        var answer = await masking.Mask(complaint, handling.Answer, asWritten: true, cancellation);
        return Address(author, ComplaintAnswerMail.Build(complaint, answer, author, received, manager?.GetDisplayName(author.Language), department.CurrentValue));
    }

    /// <summary>The mailbox erases the mails of a project with the client.</summary>
    static AddressedMail Address(ComplaintAuthor author, MailContent content) => new(author.Address, author.Name, content) { ProjectId = author.Project };
}
