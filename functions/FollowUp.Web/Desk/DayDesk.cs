using FollowUp.Application;

namespace FollowUp.Web;

/// <summary>Reads the queue behind "my day". Managers see everybody's, or one coordinator's.</summary>
sealed class DayDesk(IIndex index)
{
    /// <summary>More than anybody follows at once; the ones due first come first.</summary>
    const int Longest = 5000;

    public async Task<DayCase> Of(DeskVisit visit, string? staff, CancellationToken cancellation)
    {
        var whose = visit.IsManager ? visit.Coordinators.ByKey(staff) : visit.Staff;
        return DayCase.Of(visit, whose, await index.Queue(whose?.Id, Longest, cancellation));
    }
}
