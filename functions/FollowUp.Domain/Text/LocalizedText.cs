namespace FollowUp.Domain.Text;

/// <summary>One text in both languages.</summary>
/// <param name="French">The French text, with plain spaces.</param>
/// <param name="English">The English text.</param>
public readonly record struct LocalizedText(string French, string English)
{
    /// <summary>The text in one language; in French with the no-break spaces that its typography asks for.</summary>
    public string In(Language language) => language == Language.English ? English : WithFrenchSpaces(French);

    /// <summary>A no-break space before <c>: ; ! ?</c>, inside quotation marks and after <c>n°</c>.</summary>
    static string WithFrenchSpaces(string text) => text
        .Replace(" :", "\u00a0:", StringComparison.Ordinal)
        .Replace(" ;", "\u00a0;", StringComparison.Ordinal)
        .Replace(" !", "\u00a0!", StringComparison.Ordinal)
        .Replace(" ?", "\u00a0?", StringComparison.Ordinal)
        .Replace("n° ", "n°\u00a0", StringComparison.Ordinal)
        .Replace("« ", "«\u00a0", StringComparison.Ordinal)
        .Replace(" »", "\u00a0»", StringComparison.Ordinal);
}
