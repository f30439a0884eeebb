using System.Text.RegularExpressions;
using FluentValidation;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Rules for mail addresses and phone numbers. A missing value passes.</summary>
static partial class ContactRules
{
    const int MaxAddressLength = 254;
    const int MaxPhoneLength = 60;

    static readonly LocalizedText MustBeAddress = new(
        "n’est pas une adresse mail, comme nom@exemple.fr", "is not an email address, as name@example.com");

    static readonly LocalizedText MustBePhone = new(
        "n’est pas un numéro de téléphone possible, comme 01 99 00 12 34 ou +33 1 99 00 12 34 ; un numéro surtaxé, satellite ou avec poste n’est pas accepté",
        "is not a possible phone number, as 01 99 00 12 34 or +33 1 99 00 12 34; no premium-rate or satellite number, and no extension");

    /// <summary>One @, no space inside, no quoting, a domain with a dot.</summary>
    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> rule) => rule.AtMost(MaxAddressLength)
        .Must(value => value is null || (!value.Any(TextCharacters.IsForbiddenInLine) && AddressPattern().IsMatch(value.Trim()))).WithText(MustBeAddress);

    /// <summary>A number that can exist (<see cref="PhoneNumberParser.ToE164"/>).</summary>
    public static IRuleBuilderOptions<T, string?> PossiblePhone<T>(this IRuleBuilder<T, string?> rule) => rule.AtMost(MaxPhoneLength)
        .Must(value => value is null || PhoneNumberParser.ToE164(value) is not null).WithText(MustBePhone);

    [GeneratedRegex(
        @"^(?=.{3,254}\z)(?=[^@]{1,64}@)"
        + @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        + @"@[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)+\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
