using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Web.Console.SignIn;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Builds the mail with a sign-in link. It makes the link, which ends the staff member's older ones.</summary>
sealed class SignInMailBuilder(IDirectory directory, SignInLinkFactory links, IOptionsMonitor<MailOptions> department, TimeProvider time)
{
    /// <returns>Null when the address is not of staff, or when the mail comes too late.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        if (mail.Recipient.Length == 0 || time.GetCurrentInstant() - mail.OwedAt > SignInMails.MaxAge
            || await directory.FindStaff(mail.Recipient, cancellation) is not { } staff)
        {
            return null;
        }

        var link = await links.Create(staff, mail.ProjectId, cancellation);
        return new AddressedMail(staff.Id, staff.Name, SignInMail.Build(staff, link.Address, department.CurrentValue));
    }
}
