using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>The days on which overseas places commemorate the abolition of slavery: public holidays there (Code du travail, L3422-2).</summary>
static class OverseasHolidays
{
    /// <summary>
    /// By the IANA id of the zone. In Saint-Martin the article has said 27 May, and the place commemorates on 28 May: both are closed, since a missing call
    /// does less harm than a call on a holiday.
    /// </summary>
    static readonly FrozenDictionary<string, ImmutableArray<AnnualDate>> Days = new Dictionary<string, ImmutableArray<AnnualDate>>
    {
        ["Indian/Mayotte"] = [new(4, 27)],
        ["America/Martinique"] = [new(5, 22)],
        ["America/Guadeloupe"] = [new(5, 27)],
        ["America/Marigot"] = [new(5, 27), new(5, 28)],
        ["America/Cayenne"] = [new(6, 10)],
        ["America/St_Barthelemy"] = [new(10, 9)],
        ["Indian/Reunion"] = [new(12, 20)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The days of a zone; none for a zone that has no such day.</summary>
    public static ImmutableArray<AnnualDate> Of(DateTimeZone zone) => Days.GetValueOrDefault(zone.Id, []);
}
