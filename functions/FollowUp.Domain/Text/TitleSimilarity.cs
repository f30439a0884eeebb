namespace FollowUp.Domain.Text;

/// <summary>Whether two titles are about the same thing, by the groups of three letters that they share. It ignores case, accents and punctuation.</summary>
public static class TitleSimilarity
{
    /// <summary>From this share on two titles are similar.</summary>
    public const double Threshold = 0.55;

    const int GroupLength = 3;

    /// <summary>Whether two titles are similar. Two equal titles are, however short they are.</summary>
    public static bool AreSimilar(string one, string other) => Compare(one, other) >= Threshold;

    /// <summary>The share of common groups (Sørensen–Dice), from 0 to 1.</summary>
    public static double Compare(string one, string other)
    {
        var (first, second) = (TextFold.FoldToWord(one), TextFold.FoldToWord(other));
        if (first == second)
        {
            return first.Length > 0 ? 1 : 0;
        }

        var (groups, others) = (GetGroups(first), GetGroups(second));
        return groups.Count + others.Count == 0 ? 0 : 2.0 * groups.Count(others.Contains) / (groups.Count + others.Count);
    }

    static HashSet<string> GetGroups(string folded) =>
        [.. Enumerable.Range(0, Math.Max(0, folded.Length - GroupLength + 1)).Select(at => folded.Substring(at, GroupLength))];
}
