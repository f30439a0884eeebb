using NodaTime;

namespace FollowUp.Storage.Shared;

/// <summary>A day as it is stored: the number of days since 1 January 1970.</summary>
static class DayColumn
{
    static readonly LocalDate Epoch = new(1970, 1, 1);

    public static long ToNumber(LocalDate day) => Period.DaysBetween(Epoch, day);

    public static LocalDate FromNumber(long number) => Epoch.PlusDays((int)number);
}
