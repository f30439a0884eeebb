using System.Globalization;
using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime.Extensions;

namespace FollowUp.Application.People;

/// <summary>Invites people who joined the department: a mail that says where the console is and how to sign in. It holds no secret.</summary>
public sealed class StaffInvitations(DepartmentOutbox outbox, IScheduleSignal signal, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Enqueues an invitation. The same staff member in the same minute is invited once.</summary>
    public async ValueTask Send(Staff staff, CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        var minute = now.ToUnixTimeSeconds() / 60;
        await outbox.Enqueue(
            new DepartmentMail(
                string.Create(CultureInfo.InvariantCulture, $"invitation.{StaffLogId.Of(staff.Id)}.{minute}"), DepartmentMailKind.Invitation, staff.Id,
                calendar.DateOf(now), now, now),
            cancellation);
        signal.Raise();
    }
}
