using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Whoever complains gets a receipt. The complaint is the debt itself: one that has none yet is found by looking, so none is lost between
/// the two writes.
/// </summary>
public sealed class ComplaintReceipts(IComplaints complaints, DepartmentOutbox outbox, WorkingCalendar calendar, TimeProvider time) : IScheduled
{
    /// <summary>Shorter than a mail that has left is remembered, so that no receipt leaves twice.</summary>
    static readonly Duration LookedAtFor = Duration.FromDays(30);

    public string Piece => Timetable.ComplaintReceipts;

    /// <summary>The last day of the answer that the receipt promises: ten working days.</summary>
    public static LocalDate AnswerDue(Instant complainedAt, WorkingCalendar calendar) =>
        calendar.AddWorkingDays(calendar.DateOf(complainedAt), 10);

    public ValueTask<ImmutableArray<ScheduledWork>> Works(CancellationToken cancellation = default) =>
        new([new ScheduledWork(Piece, Schedule.InParis(Timetable.AbsencesAt), (_, c) => Owe(c), AtEveryLook: true)]);

    async Task Owe(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        foreach (var complaint in (await complaints.All(cancellation)).Where(c => c.At > now - LookedAtFor))
        {
            await outbox.Owe(
                new DepartmentMail(
                    $"complaint-receipt.{complaint.Id}", DepartmentMailKind.ComplaintReceipt, complaint.Id, calendar.DateOf(complaint.At), now, now),
                cancellation);
        }
    }
}
