using FollowUp.Domain.Text;
using PhoneNumbers;

namespace FollowUp.Web.Shared.Wording;

/// <summary>Phone numbers as people write them. The dossier keeps E.164.</summary>
static class PhoneFormatter
{
    static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>"01 99 00 12 34" for a French number in French, else international. No line ever breaks within it.</summary>
    public static string Format(string number, Language language) => Parsed(number) is { } parsed
        ? Numbers.Format(
            parsed,
            language == Language.French && parsed.CountryCode == 33 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
            .Replace(' ', '\u00a0')
        : number;

    static PhoneNumber? Parsed(string number)
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
