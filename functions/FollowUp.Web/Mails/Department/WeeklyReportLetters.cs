using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.WeeklyReports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using Microsoft.Extensions.Options;

namespace FollowUp.Web;

/// <summary>Reads the figures of a week for a manager, and says them.</summary>
sealed class WeeklyReportLetters(
    WeeklyReportJob reports, IDirectory directory, WorkingCalendar calendar, IOptions<PagesOptions> pages, IOptions<MailOptions> department,
    TimeProvider time)
{
    /// <returns>Null when a newer week is over by now, or the person is gone.</returns>
    public async Task<DepartmentLetter?> Write(DepartmentMail mail, CancellationToken cancellation)
    {
        if (WeeklyReportJob.GetPreviousMonday(calendar.DateOf(time.Now())) != mail.Day
            || await directory.FindStaff(mail.Recipient, cancellation) is not { } manager)
        {
            return null;
        }

        var language = manager.Languages.IsDefaultOrEmpty ? Language.French : manager.Languages[0];
        var report = await reports.LoadOrCalculate(mail.Day, cancellation);
        return new DepartmentLetter(
            manager.Id, manager.Name,
            WeeklyReportMail.Write(report, manager, language, pages.Value.Address("/desk"), department.Value.DepartmentName));
    }
}
