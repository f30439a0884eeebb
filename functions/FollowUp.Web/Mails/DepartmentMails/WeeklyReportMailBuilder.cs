using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.WeeklyReports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Reads the figures of a week for a manager, and says them.</summary>
sealed class WeeklyReportMailBuilder(
    WeeklyReportJob reports, IDirectory directory, WorkingCalendar calendar, IOptions<PagesOptions> pages, IOptions<MailOptions> department,
    TimeProvider time)
{
    /// <returns>Null when a newer week is over by now, or the person is gone.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        if (WeeklyReportJob.GetPreviousMonday(calendar.DateOf(time.GetCurrentInstant())) != mail.Day
            || await directory.FindStaff(mail.Recipient, cancellation) is not { } manager)
        {
            return null;
        }

        var language = manager.Languages.IsDefaultOrEmpty ? Language.French : manager.Languages[0];
        var report = await reports.LoadOrCalculate(mail.Day, cancellation);
        return new AddressedMail(
            manager.Id, manager.Name,
            WeeklyReportMail.Build(report, manager, language, pages.Value.Address("/desk"), department.Value.DepartmentName));
    }
}
