namespace FollowUp.Domain.Text;

/// <summary>One sentence in both languages, so that neither can be forgotten.</summary>
public readonly record struct LocalizedText(string French, string English)
{
    public string In(Language language) => language == Language.English ? English : WithFrenchSpaces(French);

    /// <summary>French sets a space that does not break before <c>: ; ! ?</c>, inside its quotation marks and after <c>n°</c>.</summary>
    static string WithFrenchSpaces(string text) => text
        .Replace(" :", "\u00a0:", StringComparison.Ordinal)
        .Replace(" ;", "\u00a0;", StringComparison.Ordinal)
        .Replace(" !", "\u00a0!", StringComparison.Ordinal)
        .Replace(" ?", "\u00a0?", StringComparison.Ordinal)
        .Replace("n° ", "n°\u00a0", StringComparison.Ordinal)
        .Replace("« ", "«\u00a0", StringComparison.Ordinal)
        .Replace(" »", "\u00a0»", StringComparison.Ordinal);
}
