using System.Text.RegularExpressions;
using PhoneNumbers;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Reads phone numbers as people write them.</summary>
static partial class PhoneNumberParser
{
    const string DefaultRegion = "FR";

    /// <summary>The number in E.164; French unless it begins with + and a country code.</summary>
    /// <returns>Null when no such number can exist. A number with an extension is refused, as E.164 cannot hold the extension.</returns>
    public static string? ToE164(string value)
    {
        if (!PhonePattern().IsMatch(value))
        {
            return null;
        }

        try
        {
            var phones = PhoneNumberUtil.GetInstance();
            var number = phones.Parse(value, DefaultRegion);
            return phones.IsPossibleNumber(number) && !number.HasExtension ? phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[ \u00a0\u202f]*\+?[0-9][0-9 .\-/()\u00a0\u202f]{3,38}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();
}
