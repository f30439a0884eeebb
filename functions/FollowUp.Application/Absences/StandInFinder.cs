using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using NodaTime;

namespace FollowUp.Application.Absences;

/// <summary>Who stands in for whom on a day, by the absences that are entered.</summary>
public static class StandInFinder
{
    /// <summary>
    /// The stand-in of an absent coordinator; one who is absent too passes on to theirs. Null when the row ends with nobody, comes round in
    /// a circle, or leads to somebody who follows no projects.
    /// </summary>
    public static Staff? Find(Staff absent, ImmutableArray<Staff> staff, LocalDate day)
    {
        var passed = new HashSet<string> { absent.Id };
        var at = absent;
        while (at.AbsenceOn(day) is { } absence)
        {
            var next = staff.FirstOrDefault(s => s.Id == absence.StandIn);
            if (next is null or { Role: not (Role.Coordinator or Role.Manager) } || !passed.Add(next.Id))
            {
                return null;
            }

            at = next;
        }

        return at;
    }
}
