using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Assignments;

/// <summary>The languages of open projects that no coordinator speaks. Such a project has a coordinator all the same, who cannot follow it up well.</summary>
public static class UncoveredLanguages
{
    /// <summary>The languages that no coordinator speaks; none while there is no coordinator.</summary>
    public static ImmutableHashSet<Language> Find(IEnumerable<Staff> staff)
    {
        var spoken = staff.Where(s => s.Role == Role.Coordinator).SelectMany(s => s.Languages.IsDefault ? [] : s.Languages).ToImmutableHashSet();
        return spoken.IsEmpty ? [] : [.. Enum.GetValues<Language>().Except(spoken)];
    }

    /// <summary>The number of open projects in each language that no coordinator speaks; only languages with projects.</summary>
    public static ImmutableSortedDictionary<Language, int> Count(IEnumerable<Staff> staff, IEnumerable<ProjectListItem> open)
    {
        var uncovered = Find(staff);
        return open.Where(row => uncovered.Contains(row.Project.Language)).CountBy(row => row.Project.Language).ToImmutableSortedDictionary();
    }
}
