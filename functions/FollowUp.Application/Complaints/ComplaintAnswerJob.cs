using System.Collections.Immutable;
using FollowUp.Application.Delivery;
using FollowUp.Application.Ports;
using FollowUp.Application.Scheduling;
using FollowUp.Domain.Calendars;
using NodaTime.Extensions;

namespace FollowUp.Application.Complaints;

/// <summary>
/// Enqueues the mail for every answer to a complaint. It looks for answers without a mail instead of enqueuing one with the answer, so that a crash
/// between two writes loses none.
/// </summary>
public sealed class ComplaintAnswerJob(IComplaints complaints, DepartmentOutbox outbox, WorkingCalendar calendar, TimeProvider time) : IJobSource
{
    /// <inheritdoc/>
    /// <remarks>The name of the receipts' job, so that both run together.</remarks>
    public string JobName => JobNames.ComplaintReceipts;

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<ScheduledJob>> GetJobs(CancellationToken cancellation = default) =>
        new([new ScheduledJob("complaint-answers", Schedule.InParis(JobSchedules.DailyAfterMidnight), (_, c) => EnqueueAnswers(c), RunAtEveryCheck: true)]);

    async Task EnqueueAnswers(CancellationToken cancellation)
    {
        var now = time.GetCurrentInstant();
        foreach (var complaint in (await complaints.All(cancellation)).Where(c => c.IsAnswered && c.Handling!.At > now - ComplaintTerms.Lookback))
        {
            await outbox.Enqueue(
                new DepartmentMail(
                    $"complaint-answer.{complaint.Id}", DepartmentMailKind.ComplaintAnswer, complaint.Id, calendar.DateOf(complaint.Handling!.At), now, now),
                cancellation);
        }
    }
}
