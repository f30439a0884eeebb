using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>
/// Whoever complains gets a receipt. The complaint is the debt itself: one that has none yet is found by looking, so none is lost between
/// the two writes.
/// </summary>
public sealed class ComplaintReceiptJob(IComplaints complaints, DepartmentOutbox outbox, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    /// <summary>Shorter than a mail that has left is remembered, so that no receipt leaves twice.</summary>
    static readonly Duration Lookback = Duration.FromDays(30);

    public string JobName => JobSchedules.ComplaintReceipts;

    /// <summary>The last day of the answer that the receipt promises: ten working days.</summary>
    public static LocalDate GetAnswerDeadline(Instant complainedAt, WorkingCalendar calendar) =>
        calendar.AddWorkingDays(calendar.DateOf(complainedAt), 10);

    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => EnqueueReceipts(c), RunAtEveryCheck: true)]);

    async Task EnqueueReceipts(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        foreach (var complaint in (await complaints.All(cancellation)).Where(c => c.At > now - Lookback))
        {
            await outbox.Enqueue(
                new DepartmentMail(
                    $"complaint-receipt.{complaint.Id}", DepartmentMailKind.ComplaintReceipt, complaint.Id, calendar.DateOf(complaint.At), now, now),
                cancellation);
        }
    }
}
