using System.Text.RegularExpressions;
using FollowUp.Domain.Text;
using PhoneNumbers;

namespace FollowUp.Web.Shared.Validation;

// Ways to reach a person.
public sealed partial class InputValidator
{
    const string HomeRegion = "FR";

    /// <summary>A mail address as people have them: one @, no space, no quoting, a domain with a dot.</summary>
    public string Email(string field, string? value)
    {
        var address = value?.Trim() ?? "";
        if (value is not null && (value.Any(IsForbiddenInLine) || !IsEmail(address)))
        {
            AddError(field, new LocalizedText("n’est pas une adresse mail, comme nom@exemple.fr", "is not a mail address, as name@example.com"));
        }

        return address;
    }

    public static bool IsEmail(string address) => EmailPattern().IsMatch(address);

    /// <summary>A number that could exist, French unless it says otherwise.</summary>
    /// <returns>E.164.</returns>
    public string Phone(string field, string? value)
    {
        if (value is null)
        {
            return "";
        }

        if (FormatE164(value) is { } number)
        {
            return number;
        }

        AddError(field, new LocalizedText(
            "n’est pas un numéro de téléphone possible, comme 01 99 00 12 34 ou +33 1 99 00 12 34",
            "is not a possible phone number, as 01 99 00 12 34 or +33 1 99 00 12 34"));
        return "";
    }

    /// <summary>Null when this cannot be a number. An extension cannot be dialled by E.164 and would be lost, so it is refused.</summary>
    public static string? FormatE164(string value)
    {
        if (!PhonePattern().IsMatch(value))
        {
            return null;
        }

        try
        {
            var phones = PhoneNumberUtil.GetInstance();
            var number = phones.Parse(value, HomeRegion);
            return phones.IsPossibleNumber(number) && !number.HasExtension ? phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^(?=.{3,254}\z)(?=[^@]{1,64}@)"
        + @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + @"@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^[ \u00a0\u202f]*\+?[0-9][0-9 .\-/()\u00a0\u202f]{3,38}\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhonePattern();
}
