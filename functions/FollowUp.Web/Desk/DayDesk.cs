using FollowUp.Application;

namespace FollowUp.Web;

/// <summary>Reads the queue behind "my day". Managers see everybody's, or one coordinator's.</summary>
sealed class DayDesk(IIndex index, IDirectory directory)
{
    /// <summary>More than anybody follows at once; the ones due first come first.</summary>
    const int Longest = 5000;

    public async Task<DayCase> Of(DeskVisit visit, string? staff, CancellationToken cancellation)
    {
        var whose = visit.IsManager ? visit.Coordinators.ByKey(staff) : visit.Staff;
        var day = DayCase.Of(visit, whose, await index.Queue(whose?.Id, Longest, cancellation));
        return day with { Visit = visit.Knowing(await Asking(day, cancellation)) };
    }

    /// <summary>The providers who wait for an answer.</summary>
    async Task<List<ProviderCard>> Asking(DayCase day, CancellationToken cancellation)
    {
        var known = new List<ProviderCard>();
        foreach (var id in day.Questions.Take(DaySection.Shown).SelectMany(r => r.Project.Questions).Select(q => q.Provider).Distinct())
        {
            if (await directory.FindProvider(id, cancellation) is { } provider)
            {
                known.Add(provider);
            }
        }

        return known;
    }
}
