using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Domain.Tests.Calendars;

/// <summary>Instants written with their offset, so that expectations do not depend on the code under test.</summary>
static class Paris
{
    public static readonly OpeningHours CompanyCalls = OpeningHours.MondayToFriday(Window("09:00", "12:30"), Window("14:00", "18:30"));

    public static readonly OpeningHours PersonCalls = OpeningHours.MondayToFriday(Window("10:00", "13:00"), Window("14:00", "20:00"));

    public static readonly OpeningHours Mails = OpeningHours.MondayToFriday(Window("08:00", "19:00"));

    static readonly OffsetDateTimePattern Written =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm o<+HH>");

    /// <summary>"2026-07-14 10:00 +02"</summary>
    public static Instant At(string written) => Written.Parse(written).Value.ToInstant();

    /// <summary>"2026-07-14"</summary>
    public static LocalDate Day(string written) => LocalDatePattern.Iso.Parse(written).Value;

    /// <summary>"10:00"</summary>
    public static LocalTime Time(string written) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(written).Value;

    public static DailyWindow Window(string from, string to) => new(Time(from), Time(to));

    public static OpeningHours Only(IsoDayOfWeek day, string from, string to) => new([day], [Window(from, to)]);
}
