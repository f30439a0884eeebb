using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using NodaTime;

namespace FollowUp.Application.Absences;

/// <summary>Who follows the projects of an absent staff member, and who could.</summary>
public static class AbsenceForecast
{
    /// <summary>The days of an absence, split where another staff member takes over because the stand-in is absent too.</summary>
    /// <param name="absent">The absent staff member, with the absence among theirs.</param>
    /// <param name="absence">The absence.</param>
    /// <param name="staff">All staff members.</param>
    public static ImmutableArray<AbsenceSpan> GetSpans(Staff absent, Absence absence, ImmutableArray<Staff> staff)
    {
        var spans = ImmutableArray.CreateBuilder<AbsenceSpan>();
        for (var day = absence.From; day <= absence.To; day = day.PlusDays(1))
        {
            var standIn = StandInFinder.Find(absent, staff, day);
            if (spans.Count > 0 && spans[^1].StandIn?.Id == standIn?.Id)
            {
                spans[^1] = spans[^1] with { To = day };
            }
            else
            {
                spans.Add(new AbsenceSpan(day, day, standIn));
            }
        }

        return spans.ToImmutable();
    }

    /// <summary>
    /// Who could stand in, the best first: coordinators before managers, those of all languages of the staff member first, then those with the most free
    /// capacity. Those who are absent on a day of the absence are left out.
    /// </summary>
    /// <param name="absent">The staff member who will be absent.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="staff">All staff members.</param>
    /// <param name="openProjects">The number of open projects by staff id.</param>
    public static ImmutableArray<Staff> ProposeStandIns(
        Staff absent, LocalDate from, LocalDate to, ImmutableArray<Staff> staff, Func<string, int> openProjects) =>
    [
        .. staff.Where(s => s.Id != absent.Id && s.MayFollowUp && !IsAbsent(s, from, to))
            .OrderByDescending(s => s.Role == Role.Coordinator)
            .ThenByDescending(s => absent.Languages.IsDefault || absent.Languages.All(s.Speaks))
            .ThenByDescending(s => s.Capacity - openProjects(s.Id))
            .ThenBy(s => s.Id, StringComparer.Ordinal),
    ];

    static bool IsAbsent(Staff staff, LocalDate from, LocalDate to) =>
        !staff.Absences.IsDefault && staff.Absences.Any(new Absence(from, to, StandIn: null).Overlaps);
}
