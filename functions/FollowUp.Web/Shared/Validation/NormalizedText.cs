using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>The form in which texts from outside are stored. The methods expect valid texts (<see cref="TextRules"/>).</summary>
static class NormalizedText
{
    /// <summary>Without invisible characters (<see cref="VisibleText"/>) and white space around it.</summary>
    public static string SingleLine(string text) => text.RemoveInvisible().Trim();

    /// <returns>Null for a missing or blank text.</returns>
    public static string? SingleLineOrNull(string? text) => VisibleText.IsBlank(text) ? null : SingleLine(text!);

    /// <summary>Without invisible characters and white space around it; lines end with a line feed.</summary>
    public static string MultiLine(string text) => text.RemoveInvisible().ReplaceLineEndings("\n").Trim();

    /// <returns>Null for a missing or blank text.</returns>
    public static string? MultiLineOrNull(string? text) => VisibleText.IsBlank(text) ? null : MultiLine(text!);

    /// <inheritdoc cref="Application.People.StaffId.Normalize"/>
    public static string StaffId(string address) => Application.People.StaffId.Normalize(address);
}
