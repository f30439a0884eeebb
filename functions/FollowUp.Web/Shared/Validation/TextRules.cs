using System.Text.RegularExpressions;
using FluentValidation;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Rules for texts. A missing value passes; <see cref="RuleTexts.Required"/> refuses it.</summary>
static partial class TextRules
{
    public const int MaxIdLength = 64;

    /// <summary>The longest text that staff and providers write.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>The longest description and complaint.</summary>
    public const int MaxLongTextLength = 20_000;

    static readonly LocalizedText MustNotBeEmpty = new("ne peut pas être vide", "must not be empty");
    static readonly LocalizedText MustBeSingleLine = new(
        "tient sur une ligne, sans caractère de contrôle", "is a single line without control characters");

    static readonly LocalizedText MustHoldNoControls = new("ne contient pas de caractère de contrôle", "holds no control characters");
    public static readonly LocalizedText MustBeId = new(
        $"est fait de 1 à {MaxIdLength} lettres sans accent, chiffres, points, tirets ou soulignés",
        $"is made of 1 to {MaxIdLength} plain letters, digits, dots, hyphens or underscores");

    static readonly LocalizedText MustBeSlug = new(
        "s’écrit en minuscules sans accent, chiffres et tirets, comme « site-web »",
        "is written in plain lower-case letters, digits and hyphens, as in “site-web”");

    static readonly LocalizedText MustBeLanguage = new("vaut « fr » ou « en »", "is “fr” or “en”");
    static readonly LocalizedText MustBeCurrency = new("est un code de trois lettres, comme EUR", "is a code of three letters, as EUR");

    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int length) =>
        rule.MaximumLength(length).WithText(new LocalizedText($"fait {length} caractères au plus", $"is {length} characters long at most"));

    /// <summary>One line that may end up in a mail's header: no control character, no line break.</summary>
    public static IRuleBuilderOptions<T, string?> SingleLine<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.AtMost(maxLength).NotBlank().Must(IsSingleLine).WithText(MustBeSingleLine);

    /// <summary>As <see cref="SingleLine"/>; a blank text counts as missing.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalSingleLine<T>(this IRuleBuilder<T, string?> rule, int maxLength) =>
        rule.AtMost(maxLength).Must(text => VisibleText.IsBlank(text) || IsSingleLine(text)).WithText(MustBeSingleLine);

    /// <summary>Text of several lines.</summary>
    public static IRuleBuilderOptions<T, string?> MultiLine<T>(this IRuleBuilder<T, string?> rule, int maxLength = MaxTextLength) =>
        rule.AtMost(maxLength).NotBlank().Must(HoldsNoControls).WithText(MustHoldNoControls);

    /// <summary>As <see cref="MultiLine"/>; a blank text counts as missing.</summary>
    public static IRuleBuilderOptions<T, string?> OptionalMultiLine<T>(this IRuleBuilder<T, string?> rule, int maxLength = MaxTextLength) =>
        rule.AtMost(maxLength).Must(text => VisibleText.IsBlank(text) || HoldsNoControls(text)).WithText(MustHoldNoControls);

    public static IRuleBuilderOptions<T, string?> Id<T>(this IRuleBuilder<T, string?> rule) =>
        rule.AtMost(MaxIdLength).Must(id => id is null || IsId(id)).WithText(MustBeId);

    public static bool IsId(string value) => IdPattern().IsMatch(value);

    /// <summary>A category: <c>site-web</c>.</summary>
    public static IRuleBuilderOptions<T, string?> Slug<T>(this IRuleBuilder<T, string?> rule) =>
        rule.AtMost(MaxIdLength).Must(slug => slug is null || SlugPattern().IsMatch(slug)).WithText(MustBeSlug);

    public static IRuleBuilderOptions<T, string?> LanguageCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null or "fr" or "en").WithText(MustBeLanguage);

    /// <summary>ISO 4217, in any case.</summary>
    public static IRuleBuilderOptions<T, string?> Currency<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(code => code is null || CurrencyPattern().IsMatch(code)).WithText(MustBeCurrency);

    public static Language ToLanguage(string code) => code == "en" ? Language.English : Language.French;

    static IRuleBuilderOptions<T, string?> NotBlank<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !VisibleText.IsBlank(text)).WithText(MustNotBeEmpty);

    static bool IsSingleLine(string? text) => text is null || !text.Any(c => TextCharacters.IsForbiddenInLine(c) || WellFormedText.IsNoncharacter(c));

    static bool HoldsNoControls(string? text) => text is null || !text.Any(TextCharacters.IsForbidden);

    [GeneratedRegex(@"^(?!\.{1,2}\z)[A-Za-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugPattern();

    [GeneratedRegex(@"^[A-Za-z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyPattern();
}
