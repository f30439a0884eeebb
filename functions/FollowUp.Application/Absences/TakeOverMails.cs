using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace FollowUp.Application.Absences;

/// <summary>
/// The mails that ask a colleague to take over the projects of an absent coordinator: one for all projects of the absence, a reminder after two
/// working hours, and a mail to the manager after four. What is decided by the time of sending is left out; without anything left, nothing is sent.
/// </summary>
public sealed class TakeOverMails(DepartmentOutbox outbox, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    static readonly Duration UntilReminder = Duration.FromHours(2);
    static readonly Duration UntilManager = Duration.FromHours(4);

    /// <summary>Enqueues the mails of an absence to a colleague. A repeat changes nothing.</summary>
    /// <param name="plan">The absence.</param>
    /// <param name="colleague">The staff id of the colleague.</param>
    /// <param name="declined">How many declined the projects before: what others declined is asked by a mail of its own.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The id of the first mail.</returns>
    public async ValueTask<string> Enqueue(AbsencePlan plan, string colleague, int declined = 0, CancellationToken cancellation = default)
    {
        var absent = plan.Coordinator.Id;
        var day = plan.FirstDay ?? throw new InvalidOperationException("A present coordinator's projects are not asked about.");
        var now = time.GetCurrentInstant();
        var hours = (await directory.Cadences(cancellation))[^1].Company.Mails;
        var mail = new DepartmentMail(
            $"take-over.{StaffLogId.Of(absent)}.{LocalDatePattern.Iso.Format(day)}.{StaffLogId.Of(colleague)}" + (declined > 0 ? $".after-{declined}" : ""),
            DepartmentMailKind.TakeOverRequest, colleague, day, now, now)
        { About = absent };
        await outbox.Enqueue(mail, cancellation);
        await outbox.Enqueue(Later(mail, level: 1, colleague, calendar.AddWorkingTime(now, UntilReminder, hours)), cancellation);
        await outbox.Enqueue(Later(mail, level: 2, NextAction.ByManager, calendar.AddWorkingTime(now, UntilManager, hours)), cancellation);
        return mail.Id;
    }

    static DepartmentMail Later(DepartmentMail first, int level, string recipient, Instant notBefore) =>
        first with { Id = $"{first.Id}.{level}", Level = level, Recipient = recipient, NotBefore = notBefore };
}
