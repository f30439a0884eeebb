using System.Security.Cryptography;
using FollowUp.Application.Delivery;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.People;

/// <summary>
/// Enqueues the mails with sign-in links. The link is made when the mail is written, so that none waits in the store. An address that is not of staff gets an entry
/// too, which is dropped when it is due: both requests do the same work and take the same time.
/// </summary>
public sealed class SignInMails(DepartmentOutbox outbox, IScheduleSignal signal, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>A mail that could not leave for this long is dropped: the staff member has asked for another one, or has given up.</summary>
    public static readonly Duration MaxAge = Duration.FromMinutes(30);

    const int IdBytes = 12;

    /// <summary>Enqueues a mail; each call enqueues another one.</summary>
    /// <param name="staff">The staff member; null for an address that is not of staff.</param>
    /// <param name="projectId">The project whose page opens afterwards; null for the day page.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    public async ValueTask Enqueue(Staff? staff, string? projectId, CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        var id = $"sign-in.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}";
        await outbox.Enqueue(
            new DepartmentMail(id, DepartmentMailKind.SignIn, staff?.Id ?? "", calendar.DateOf(now), now, now) { ProjectId = projectId }, cancellation);
        signal.Raise();
    }
}
