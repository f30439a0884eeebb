using FollowUp.Domain.Text;
using PhoneNumbers;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Formats phone numbers for reading; stored numbers are E.164.</summary>
static class PhoneFormatter
{
    static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The codes of the numbers that are dialled with a zero within France, overseas departments included.</summary>
    static readonly int[] FrenchCodes = [33, 262, 590, 594, 596];

    /// <summary>"01 99 00 12 34" for a French number in French, else international. The spaces do not break. A text that is no number is returned as it is.</summary>
    public static string Format(string number, Language language) => FormatFrench(number, language) ?? (Parse(number) is { } parsed
        ? Numbers.Format(
            parsed,
            language == Language.French && FrenchCodes.Contains(parsed.CountryCode) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
            .Replace(' ', '\u00a0')
        : number);

    /// <summary>The library's format of an ordinary French number, without the library, which takes long for a page of hundreds; null for other numbers.</summary>
    static string? FormatFrench(string number, Language language) =>
        number.Length == 12 && number.StartsWith("+33", StringComparison.Ordinal) && number[3] is >= '1' and <= '9' and not '8' && !number.AsSpan(3).ContainsAnyExceptInRange('0', '9')
            ? $"{(language == Language.French ? "0" : "+33\u00a0")}{number[3]}\u00a0{number[4..6]}\u00a0{number[6..8]}\u00a0{number[8..10]}\u00a0{number[10..]}"
            : null;

    static PhoneNumber? Parse(string number)
    {
        try
        {
            return Numbers.Parse(number, "FR");
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
