using FollowUp.Application.Assignments;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Web.Console;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Builds the mails about staff: invitations, hand-overs, changes of passkeys, and the question who takes over the projects of an absent coordinator.</summary>
sealed class StaffMailBuilder(
    IDirectory directory, IProjectIndex index, LinkTokens tokens, DepartmentCalendar departmentCalendar, IOptionsMonitor<PagesOptions> pages,
    IOptionsMonitor<MailOptions> department, TimeProvider time)
{
    const int MaxProjects = 5_000;

    /// <returns>Null when the staff member has left.</returns>
    public async Task<AddressedMail?> BuildInvitation(DepartmentMail mail, CancellationToken cancellation) =>
        await directory.FindStaff(mail.Recipient, cancellation) is { } staff
            ? new AddressedMail(staff.Id, staff.Name, InvitationMail.Build(staff, department.CurrentValue, pages.CurrentValue))
            : null;

    /// <returns>Null when the staff member has left.</returns>
    public async Task<AddressedMail?> BuildSecondFactorChange(DepartmentMail mail, CancellationToken cancellation) =>
        await directory.FindStaff(mail.Recipient, cancellation) is { } staff
            ? new AddressedMail(staff.Id, staff.Name, SecondFactorChangeMail.Build(
                staff, mail.SecondFactorChange!.Value, mail.OwedAt, new DateTimeText(departmentCalendar.Current, staff.Language, time.GetCurrentInstant()),
                department.CurrentValue, pages.CurrentValue))
            : null;

    /// <returns>Null when the recipient has left, or has no projects.</returns>
    public async Task<AddressedMail?> BuildHandOver(DepartmentMail mail, CancellationToken cancellation)
    {
        if (await directory.FindStaff(mail.Recipient, cancellation) is not { } staff)
        {
            return null;
        }

        var queue = await index.GetQueue(staff.Id, MaxProjects, cancellation);
        return queue.IsEmpty || await directory.FindPresentOrFormerStaff(mail.About!, cancellation) is not { } from
            ? null
            : new AddressedMail(staff.Id, staff.Name, HandOverSummaryMail.Build(
                staff, from.GetDisplayName(staff.Language), queue.Length, department.CurrentValue, pages.CurrentValue));
    }

    /// <returns>Null when the absent coordinator is back, when nothing is left to decide, or when the recipient has left.</returns>
    public async Task<AddressedMail?> BuildTakeOver(DepartmentMail mail, CancellationToken cancellation)
    {
        var calendar = departmentCalendar.Current;
        var now = time.GetCurrentInstant();
        var recipient = await FindRecipient(mail.Recipient, cancellation);
        if (recipient is null || await directory.FindStaff(mail.About!, cancellation) is not { } absent
            || absent.AbsenceOn(calendar.DateOf(now)) is not { } absence)
        {
            return null;
        }

        // The mail to the manager is about all that is undecided, also what others were asked.
        var asked = mail.Level < 2 ? recipient.Id : null;
        var waiting = (await index.GetAwaiting(asked, MaxProjects, cancellation))
            .Where(row => row.Project.IsOpen && row.Project.Coordinator == absent.Id && row.Project.Staffing.TakeOverAskedOf is not null).ToArray();
        if (waiting.Length == 0)
        {
            return null;
        }

        var colleague = await directory.FindPresentOrFormerStaff(waiting[0].Project.Staffing.TakeOverAskedOf!, cancellation);
        var text = new TakeOverAllMail(
            recipient, absent, absence, [.. waiting], new DateTimeText(calendar, recipient.Language, now), department.CurrentValue, pages.CurrentValue)
        {
            Level = mail.Level,
            Asked = colleague?.GetDisplayName(recipient.Language) ?? "",
            Decide = mail.Level < 2
                ? tokens.FormatAddress(new Link(
                    LinkPurpose.TakeOver, "", 0, mail.OwedAt.ToUnixTimeSeconds(), recipient.Id, now + LinkTokens.GetLifetime(LinkPurpose.TakeOver)))
                : pages.CurrentValue.Address(ConsoleAddresses.Absences),
        };
        return new AddressedMail(recipient.Id, recipient.Name, text.Build());
    }

    /// <returns>Null when the recipient is no manager any more, or when a coordinator speaks each language.</returns>
    public async Task<AddressedMail?> BuildUncoveredLanguages(DepartmentMail mail, CancellationToken cancellation)
    {
        var all = await directory.AllStaff(cancellation);
        if (all.FirstOrDefault(s => s.Id == mail.Recipient) is not { Role: Role.Manager } manager)
        {
            return null;
        }

        var counts = UncoveredLanguages.Count(all, await index.GetQueue(null, UncoveredLanguageJob.MaxProjects, cancellation));
        return counts.IsEmpty
            ? null
            : new AddressedMail(manager.Id, manager.Name, UncoveredLanguagesMail.Build(manager, counts, department.CurrentValue, pages.CurrentValue));
    }

    async ValueTask<Staff?> FindRecipient(string id, CancellationToken cancellation) => id == NextAction.ByManager
        ? (await directory.AllStaff(cancellation)).FindFirstManager()
        : await directory.FindStaff(id, cancellation);
}
