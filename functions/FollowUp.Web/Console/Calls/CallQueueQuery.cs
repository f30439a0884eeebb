using FollowUp.Application.People;
using FollowUp.Application.Ports;
using NodaTime;

namespace FollowUp.Web.Console.Calls;

/// <summary>Reads the calls of a day: one's own, or for a manager those of a coordinator or of everybody.</summary>
sealed class CallQueueQuery(IProjectIndex index)
{
    const int MaxRows = 5000;
    const int MaxClosed = 500;

    /// <param name="owner">Null for everybody's calls.</param>
    public async Task<CallQueue> Load(ConsoleVisit visit, Staff? owner, CancellationToken cancellation)
    {
        var (now, calendar) = (visit.Days.Now, visit.Days.Calendar);
        var queue = await index.GetQueue(owner?.Id, MaxRows, cancellation);
        var closed = owner is null ? [] : await index.GetClosedSince(owner.Id, calendar.At(visit.Days.Today, LocalTime.Midnight), MaxClosed, cancellation);
        return CallQueue.Create(queue, closed, now, calendar);
    }
}
