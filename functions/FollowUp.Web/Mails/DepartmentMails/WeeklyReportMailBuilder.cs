using FollowUp.Application.Board;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.WeeklyReports;
using FollowUp.Domain.Calendars;
using FollowUp.Web.Console.Board;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>Builds the weekly report of a manager.</summary>
sealed class WeeklyReportMailBuilder(
    WeeklyReportJob reports, IDirectory directory, WorkingCalendar calendar, IOptionsMonitor<PagesOptions> pages, IOptionsMonitor<MailOptions> department,
    TimeProvider time)
{
    /// <returns>Null when a newer week has ended since, or when the staff member has left.</returns>
    public async Task<AddressedMail?> Build(DepartmentMail mail, CancellationToken cancellation)
    {
        if (WeeklyReportJob.GetPreviousMonday(calendar.DateOf(time.GetCurrentInstant())) != mail.Day
            || await directory.FindStaff(mail.Recipient, cancellation) is not { } manager)
        {
            return null;
        }

        var report = await reports.LoadOrCalculate(mail.Day, cancellation);
        return new AddressedMail(
            manager.Id, manager.Name,
            new WeeklyReportMail(report, manager, pages.CurrentValue.Address(BoardAddress.Of(new BoardPeriod(mail.Day, mail.Day.PlusDays(6)))), department.CurrentValue.DepartmentName).Build());
    }
}
