namespace FollowUp.Web.Shared.Validation;

/// <summary>The form in which texts from outside are stored. The methods expect valid texts (<see cref="TextRules"/>).</summary>
static class NormalizedText
{
    public static string SingleLine(string text) => text.Trim();

    /// <returns>Null for a missing or blank text.</returns>
    public static string? SingleLineOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Without white space around it; lines end with a line feed.</summary>
    public static string MultiLine(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <returns>Null for a missing or blank text.</returns>
    public static string? MultiLineOrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : MultiLine(text);

    /// <inheritdoc cref="Application.People.StaffId.Normalize"/>
    public static string StaffId(string address) => Application.People.StaffId.Normalize(address);
}
