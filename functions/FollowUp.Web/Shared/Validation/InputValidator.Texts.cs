using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

// Texts. A value of null was refused already, or is optional; lengths are part of a request's shape.
public sealed partial class InputValidator
{
    public const int MaxIdLength = 64;

    /// <summary>One line that may end up in a mail's header: no control character, no line break.</summary>
    public string SingleLine(string field, string? value)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            AddError(field, new LocalizedText("ne peut pas être vide", "must not be empty"));
        }
        else if (value is not null && value.Any(c => IsForbiddenInLine(c) || WellFormedText.IsNoncharacter(c)))
        {
            AddError(field, new LocalizedText(
                "tient sur une ligne, sans caractère de contrôle", "is a single line without control characters"));
        }

        return value?.Trim() ?? "";
    }

    public string? OptionalSingleLine(string field, string? value) => string.IsNullOrWhiteSpace(value) ? null : SingleLine(field, value);

    /// <summary>Text of several lines.</summary>
    public string MultiLine(string field, string? value)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            AddError(field, new LocalizedText("ne peut pas être vide", "must not be empty"));
        }
        else if (value is not null && value.Any(IsForbiddenCharacter))
        {
            AddError(field, new LocalizedText("ne contient pas de caractère de contrôle", "holds no control characters"));
        }

        return value?.ReplaceLineEndings("\n").Trim() ?? "";
    }

    public string? OptionalMultiLine(string field, string? value) => string.IsNullOrWhiteSpace(value) ? null : MultiLine(field, value);

    public string Id(string field, string? value)
    {
        if (value is not null && !IsId(value))
        {
            AddError(field, new LocalizedText(
                $"est fait de 1 à {MaxIdLength} lettres sans accent, chiffres, points, tirets ou soulignés",
                $"is made of 1 to {MaxIdLength} plain letters, digits, dots, hyphens or underscores"));
        }

        return value ?? "";
    }

    public static bool IsId(string value) => IdPattern().IsMatch(value);

    public string Slug(string field, string? value)
    {
        if (value is not null && !SlugPattern().IsMatch(value))
        {
            AddError(field, new LocalizedText(
                "s’écrit en minuscules sans accent, chiffres et tirets, comme « site-web »",
                "is written in plain lower-case letters, digits and hyphens, as in “site-web”"));
        }

        return value ?? "";
    }

    public Language ParseLanguage(string field, string? value)
    {
        if (value is not (null or "fr" or "en"))
        {
            AddError(field, new LocalizedText("vaut « fr » ou « en »", "is “fr” or “en”"));
        }

        return value == "en" ? Language.English : Language.French;
    }

    public string Currency(string field, string? value)
    {
        if (value is not null && !CurrencyPattern().IsMatch(value))
        {
            AddError(field, new LocalizedText("est un code de trois lettres, comme EUR", "is a code of three letters, as EUR"));
        }

        return value?.ToUpperInvariant() ?? "";
    }

    /// <summary>What no text of a person holds: control characters that are no space, and what is no character.</summary>
    internal static bool IsForbiddenCharacter(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || WellFormedText.IsNoncharacter(c);

    /// <summary>What no text of one line holds, and no header of a mail.</summary>
    internal static bool IsForbiddenInLine(char c) => char.IsControl(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();

    [GeneratedRegex(@"^[A-Za-z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyPattern();
}
