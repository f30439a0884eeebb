using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime.Extensions;

namespace FollowUp.Application.Complaints;

/// <summary>
/// Enqueues a receipt for every complaint. It looks for complaints without a receipt instead of enqueuing one with the complaint, so that a crash
/// between two writes loses none.
/// </summary>
public sealed class ComplaintReceiptJob(IComplaints complaints, DepartmentOutbox outbox, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    /// <inheritdoc/>
    public string JobName => JobNames.ComplaintReceipts;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob(JobName, Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => EnqueueReceipts(c), RunAtEveryCheck: true)]);

    async Task EnqueueReceipts(CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        foreach (var complaint in await complaints.AllAfter(now - ComplaintTerms.Lookback, cancellation))
        {
            await outbox.Enqueue(
                new DepartmentMail(
                    $"complaint-receipt.{complaint.Id}", DepartmentMailKind.ComplaintReceipt, complaint.Id, calendar.DateOf(complaint.At), now, now),
                cancellation);
        }
    }
}
