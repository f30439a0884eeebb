using System.Collections.Immutable;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Assignments;

/// <summary>A coordinator who could take a project.</summary>
public sealed record Candidate(
    string Id, ImmutableArray<Language> Languages, bool Present, int Capacity, int Open, Instant? LastServedAt);

/// <summary>
/// Who follows a new project: the present coordinator of its language with the most free capacity, then the one served longest
/// ago (product page, "Assignment"). A project never goes without a coordinator while there is one: presence yields first, then
/// the language.
/// </summary>
public static class Assignment
{
    public static string? Choose(IEnumerable<Candidate> candidates, Language language) => candidates
        .OrderByDescending(c => c.Languages.Contains(language))
        .ThenByDescending(c => c.Present)
        .ThenByDescending(c => c.Capacity - c.Open)
        .ThenBy(c => c.LastServedAt ?? Instant.MinValue)
        .ThenBy(c => c.Id, StringComparer.Ordinal)
        .FirstOrDefault()?.Id;
}
