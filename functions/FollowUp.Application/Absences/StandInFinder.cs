using System.Collections.Immutable;
using FollowUp.Application.People;
using NodaTime;

namespace FollowUp.Application.Absences;

/// <summary>Finds who stands in for an absent staff member.</summary>
public static class StandInFinder
{
    /// <summary>Follows the stand-ins of the entered absences until one is present.</summary>
    /// <param name="absent">The staff member; returned when present.</param>
    /// <param name="staff">All staff members.</param>
    /// <param name="day">The day.</param>
    /// <returns>Null when an absence names no stand-in, the stand-ins form a circle, or one is neither a coordinator nor a manager.</returns>
    public static Staff? Find(Staff absent, ImmutableArray<Staff> staff, LocalDate day)
    {
        var passed = new HashSet<string> { absent.Id };
        var current = absent;
        while (current.AbsenceOn(day) is { } absence)
        {
            var next = staff.FirstOrDefault(s => s.Id == absence.StandIn);
            if (next is null or { MayFollowUp: false } || !passed.Add(next.Id))
            {
                return null;
            }

            current = next;
        }

        return current;
    }
}
