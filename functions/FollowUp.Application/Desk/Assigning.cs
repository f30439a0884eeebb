using FollowUp.Domain;
using NodaTime;

namespace FollowUp.Application;

/// <summary>Asks <see cref="Assignment"/> with today's staff and workloads.</summary>
public sealed class Assigning(IDirectory directory, IIndex index, WorkingCalendar calendar)
{
    public async ValueTask<string?> Choose(Language language, Instant now, CancellationToken cancellation = default)
    {
        var staff = await directory.AllStaff(cancellation);
        var workloads = await index.Workloads(cancellation);
        var today = calendar.DateOf(now);
        return Assignment.Choose(
            staff.Where(s => s.Role == Role.Coordinator).Select(s =>
            {
                var load = workloads.GetValueOrDefault(s.Id);
                return new Candidate(s.Id, s.Languages, s.IsPresent(today), s.Capacity, load?.Open ?? 0, load?.LastServedAt);
            }),
            language);
    }
}
