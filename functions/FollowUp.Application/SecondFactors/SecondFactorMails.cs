using System.Security.Cryptography;
using FollowUp.Application.Delivery;
using FollowUp.Application.People;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime.Extensions;

namespace FollowUp.Application.SecondFactors;

/// <summary>Tells a staff member by mail that their passkeys or recovery codes have changed, so that a change by somebody else is noticed.</summary>
public sealed class SecondFactorMails(DepartmentOutbox outbox, IScheduleSignal signal, WorkingCalendar calendar, TimeProvider time)
{
    const int IdBytes = 6;

    /// <summary>Enqueues a mail; each call enqueues another one. It takes no cancellation: who ends the request after the change must not end the mail.</summary>
    public async ValueTask Enqueue(Staff staff, SecondFactorChange change)
    {
        var now = time.GetCurrentInstant();
        var id = $"second-factor.{StaffLogId.Of(staff.Id)}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}";
        await outbox.Enqueue(
            new DepartmentMail(id, DepartmentMailKind.SecondFactorChange, staff.Id, calendar.DateOf(now), now, now) { SecondFactorChange = change },
            CancellationToken.None);
        signal.Raise();
    }
}
