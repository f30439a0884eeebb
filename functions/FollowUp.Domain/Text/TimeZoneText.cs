using System.Collections.Frozen;

namespace FollowUp.Domain.Text;

/// <summary>Says by whose clock an hour was chosen.</summary>
public static class TimeZoneText
{
    static readonly FrozenDictionary<string, LocalizedText> Names = new Dictionary<string, LocalizedText>
    {
        ["America/Cayenne"] = new("de Guyane", "French Guiana"),
        ["America/Guadeloupe"] = new("de Guadeloupe", "Guadeloupe"),
        ["America/Marigot"] = new("de Saint-Martin", "Saint Martin"),
        ["America/Martinique"] = new("de Martinique", "Martinique"),
        ["America/Miquelon"] = new("de Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon"),
        ["America/St_Barthelemy"] = new("de Saint-Barthélemy", "Saint Barthélemy"),
        ["Indian/Mayotte"] = new("de Mayotte", "Mayotte"),
        ["Indian/Reunion"] = new("de La Réunion", "Réunion"),
        ["Pacific/Noumea"] = new("de Nouvelle-Calédonie", "New Caledonia"),
        ["Pacific/Tahiti"] = new("de Polynésie française", "French Polynesia"),
        ["Pacific/Wallis"] = new("de Wallis-et-Futuna", "Wallis and Futuna"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"heure de La Réunion"; the name of the zone's city where there is no other.</summary>
    /// <param name="zoneId">The IANA id of the zone.</param>
    public static LocalizedText Describe(string zoneId)
    {
        if (Names.TryGetValue(zoneId, out var name))
        {
            return new LocalizedText($"heure {name.French}", $"{name.English} time");
        }

        var city = GetCity(zoneId);
        return new LocalizedText($"heure du client ({city})", $"the client’s time ({city})");
    }

    /// <summary>The same, for the client's own reading: "votre heure (Londres)" where the zone has no other name.</summary>
    /// <param name="zoneId">The IANA id of the zone.</param>
    public static LocalizedText DescribeOwn(string zoneId) => Names.ContainsKey(zoneId)
        ? Describe(zoneId)
        : new LocalizedText($"votre heure ({GetCity(zoneId)})", $"your time ({GetCity(zoneId)})");

    static string GetCity(string zoneId) => zoneId[(zoneId.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
