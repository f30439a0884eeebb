using System.Collections.Frozen;
using PhoneNumbers;

namespace FollowUp.Web.Shared.Validation;

/// <summary>Reads phone numbers as people write and paste them.</summary>
static class PhoneNumberParser
{
    const string DefaultRegion = "FR";
    const int France = 33;
    const int NorthAmerica = 1;
    const int FrenchLength = 9;

    static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The country codes of the overseas departments by the first three digits of their national numbers (ARCEP numbering plan).</summary>
    static readonly FrozenDictionary<string, int> OverseasCodes = new Dictionary<string, int>
    {
        ["262"] = 262, ["263"] = 262, ["269"] = 262, ["639"] = 262, ["692"] = 262, ["693"] = 262,
        ["590"] = 590, ["690"] = 590, ["691"] = 590,
        ["594"] = 594, ["694"] = 594,
        ["596"] = 596, ["696"] = 596, ["697"] = 596,
    }.ToFrozenDictionary();

    /// <summary>Numbers of Paris, not Mayotte: reserved for films and examples (ARCEP).</summary>
    const string ExampleMobiles = "63998";

    /// <summary>Saint-Pierre-et-Miquelon: six digits, after 0508 when dialled from France.</summary>
    const string SaintPierre = "508";

    /// <summary>Satellite networks, international networks and international premium rates (ITU-T E.164, list of assigned codes).</summary>
    static readonly FrozenSet<int> CodesOfNoCountry = FrozenSet.ToFrozenSet([808, 870, 878, 881, 882, 883, 888, 979]);

    /// <summary>
    /// The number in E.164; French unless it begins with + or 00 and a country code. A number of an overseas department gets the code of the department.
    /// </summary>
    /// <returns>
    /// Null when no such number can exist, and for satellite, premium-rate and shared-cost numbers, which cost the caller. A number with an extension is
    /// refused, as E.164 cannot hold the extension.
    /// </returns>
    public static string? ToE164(string value)
    {
        if (PhoneText.Clean(value) is not { } digits)
        {
            return null;
        }

        try
        {
            var number = ToOverseas(Numbers.Parse(digits, DefaultRegion));
            return CanExist(number) && !CostsTheCaller(number) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The ISO 3166 code of a number's country, overseas departments by their own; null when it is not known.</summary>
    /// <param name="e164">The number in E.164.</param>
    public static string? FindCountry(string e164)
    {
        try
        {
            return Numbers.GetRegionCodeForNumber(Numbers.Parse(e164, null)) is { Length: 2 } region ? region : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    static PhoneNumber ToOverseas(PhoneNumber number)
    {
        var national = Numbers.GetNationalSignificantNumber(number);
        if (number.CountryCode != France || national.Length != FrenchLength || national.StartsWith(ExampleMobiles, StringComparison.Ordinal))
        {
            return number;
        }

        return national.StartsWith(SaintPierre, StringComparison.Ordinal) ? Numbers.Parse($"+{SaintPierre}{national[SaintPierre.Length..]}", DefaultRegion)
            : OverseasCodes.TryGetValue(national[..3], out var code) ? Numbers.Parse($"+{code}{national}", DefaultRegion)
            : number;
    }

    /// <summary>
    /// Whether the numbering plan allows the number. A number of a range that the library does not know yet passes where the plan leaves it room.
    /// </summary>
    static bool CanExist(PhoneNumber number)
    {
        var national = Numbers.GetNationalSignificantNumber(number);
        return Numbers.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
            && (number.CountryCode switch
            {
                France => national[0] != '0' && national[1..].Trim('0').Length > 0,
                NorthAmerica => national[0] >= '2' && national[3] >= '2',
                _ => national[0] != '0' || Numbers.IsValidNumber(number),
            })
            && (Numbers.IsValidNumber(number) || national.Distinct().Skip(1).Any());
    }

    static bool CostsTheCaller(PhoneNumber number)
    {
        var national = Numbers.GetNationalSignificantNumber(number);
        return CodesOfNoCountry.Contains(number.CountryCode)
            || Numbers.GetNumberType(number) is PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST
            || (number.CountryCode == France && national[0] == '8' && national[1] != '0');
    }
}
