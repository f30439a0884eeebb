using System.Collections.Immutable;

namespace FollowUp.Application.Board;

/// <summary>Open projects of one phase now.</summary>
/// <param name="Phase">The phase in kebab-case.</param>
/// <param name="Count">How many.</param>
/// <param name="MedianDays">The least number of days in the phase that half of them do not exceed.</param>
/// <param name="ByAge">How many of each age of <see cref="AgeLimits"/>; one more for those that are older.</param>
public sealed record OpenFigures(string Phase, int Count, int MedianDays, ImmutableArray<int> ByAge)
{
    /// <summary>The ages in days below which a column counts.</summary>
    public static readonly ImmutableArray<int> AgeLimits = [8, 31, 91, 366];
}
