using System.Text.Json;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Application.WeeklyReports;

/// <summary>Stores weekly reports by the Monday of their week.</summary>
sealed class WeeklyReportStore(IKeyValueStore settings, WorkingCalendar calendar)
{
    /// <summary>The report of a week; null when none is stored.</summary>
    public async ValueTask<WeeklyReport?> Find(LocalDate monday, CancellationToken cancellation) =>
        await settings.Get(GetKey(monday), cancellation) is { } json ? Read(json) : null;

    /// <summary>Stores a report unless there is one.</summary>
    /// <returns>The stored report.</returns>
    public async ValueTask<WeeklyReport> Add(LocalDate monday, WeeklyReport report, CancellationToken cancellation) => Read(await settings.GetOrSet(
        GetKey(monday), JsonSerializer.Serialize(report, StoredJson.Options),
        calendar.At(monday, LocalTime.Midnight) + RetentionPeriods.WeeklyFigures, cancellation));

    static string GetKey(LocalDate monday) => $"weekly-figures:{LocalDatePattern.Iso.Format(monday)}";

    static WeeklyReport Read(string json) =>
        JsonSerializer.Deserialize<WeeklyReport>(json, StoredJson.Options) ?? throw new JsonException("A weekly report is never null.");
}
