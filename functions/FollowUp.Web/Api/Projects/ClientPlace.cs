using System.Collections.Frozen;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;
using NodaTime.TimeZones;

namespace FollowUp.Web.Api.Projects;

/// <summary>
/// Finds by whose clock a client is called: the place that the website gives, else that of the number, else Paris (Code de la consommation, D223-9:
/// the hours are the consumer's).
/// </summary>
static class ClientPlace
{
    /// <summary>The longest postal code of any country, with room to spare.</summary>
    public const int MaxPostalCodeLength = 16;

    const string Paris = "Europe/Paris";

    /// <summary>French postal codes have five digits.</summary>
    const int FrenchLength = 5;

    /// <summary>The rule of a time zone.</summary>
    public static readonly LocalizedText MustBeZone = new("est un fuseau IANA, comme Europe/Paris", "is an IANA time zone, as Europe/Paris");

    /// <summary>The countries of the overseas postal codes, by their first three digits (La Poste).</summary>
    static readonly FrozenDictionary<string, string> OverseasPostalCodes = new Dictionary<string, string>
    {
        ["971"] = "GP", ["972"] = "MQ", ["973"] = "GF", ["974"] = "RE", ["975"] = "PM", ["976"] = "YT", ["977"] = "BL", ["978"] = "MF",
        ["986"] = "WF", ["987"] = "PF", ["988"] = "NC",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The zone of a country. A country of several zones gets the one that the IANA database names first, which is that of its largest city.
    /// </summary>
    static readonly FrozenDictionary<string, string> Zones = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .GroupBy(location => location.CountryCode).ToFrozenDictionary(country => country.Key, country => country.First().ZoneId, StringComparer.Ordinal);

    /// <summary>Whether an id names a time zone.</summary>
    public static bool IsZone(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>The IANA id of the client's zone; null for Paris.</summary>
    /// <param name="timeZone">As the website gives it; null when it does not.</param>
    /// <param name="postalCode">As the website gives it; null when it does not.</param>
    /// <param name="phone">In E.164; null when there is none.</param>
    public static string? FindTimeZone(string? timeZone, string? postalCode, string? phone)
    {
        var found = timeZone ?? (IsFrench(postalCode) ? FindZone(OverseasPostalCodes.GetValueOrDefault(postalCode![..3], "FR")) : null)
            ?? (phone is null ? null : FindZone(PhoneNumberParser.FindCountry(phone)));
        return found == Paris ? null : found;
    }

    static bool IsFrench(string? postalCode) => postalCode is { Length: FrenchLength } && postalCode.All(char.IsAsciiDigit);

    static string? FindZone(string? country) => country == "FR" ? Paris : country is null ? null : Zones.GetValueOrDefault(country);
}
