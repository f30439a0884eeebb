using FollowUp.Domain;
using PhoneNumbers;

namespace FollowUp.Web;

/// <summary>Phone numbers as people write them. The dossier keeps E.164.</summary>
static class Phones
{
    static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>"01 99 00 12 34" for a French number in French, else international.</summary>
    public static string Display(string number, Language language) => Parsed(number) is { } parsed
        ? Numbers.Format(
            parsed,
            language == Language.French && parsed.CountryCode == 33 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL)
        : number;

    /// <summary>What a person typed, as E.164; null when it cannot be dialled. Numbers without a country are French.</summary>
    public static string? Read(string typed) => Parsed(typed) is { } parsed && Numbers.IsPossibleNumber(parsed)
        ? Numbers.Format(parsed, PhoneNumberFormat.E164)
        : null;

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
