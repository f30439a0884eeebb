using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Assignments;

/// <summary>
/// Chooses the coordinator of a new project: the present coordinator of its language with the most free capacity, then the one served longest
/// ago (product page, "Assignment"). When none fits, presence is given up first, then the language.
/// </summary>
public static class Assignment
{
    /// <returns>The id of the chosen coordinator; null when there is no candidate.</returns>
    public static string? Choose(IEnumerable<Candidate> candidates, Language language) => candidates
        .OrderByDescending(c => c.Languages.Contains(language))
        .ThenByDescending(c => c.Present)
        .ThenByDescending(c => c.Capacity - c.Open)
        .ThenBy(c => c.LastServedAt ?? Instant.MinValue)
        .ThenBy(c => c.Id, StringComparer.Ordinal)
        .FirstOrDefault()?.Id;
}
