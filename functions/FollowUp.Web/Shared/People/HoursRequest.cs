using System.Collections.Immutable;
using FluentValidation;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Shared.People;

/// <summary>A staff member's own working hours: the same windows on each of these days.</summary>
public sealed record HoursRequest
{
    /// <summary><c>monday</c> to <c>sunday</c>.</summary>
    public string[]? Days { get; init; }

    public WindowRequest[]? Windows { get; init; }

    /// <summary>The hours of a request that was validated.</summary>
    /// <returns>Null for null.</returns>
    internal static OpeningHours? ToHours(HoursRequest? request) => request is null ? null : new OpeningHours(
        [.. request.Days!.Select(day => HoursValidator.FindDay(day)!.Value).Distinct().Order()],
        [.. request.Windows!.Select(window => window.ToWindow()!.Value)]);

    internal static HoursRequest? Of(OpeningHours? hours) => hours is null ? null : new HoursRequest
    {
        Days = [.. hours.Days.Select(day => HoursValidator.DayNames[(int)day - 1])],
        Windows = [.. hours.Windows.Select(WindowRequest.Of)],
    };
}

/// <summary>A window of a day: <c>09:00</c> to <c>12:30</c>.</summary>
public sealed record WindowRequest
{
    static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("H':'mm");

    public string? From { get; init; }

    public string? To { get; init; }

    internal static WindowRequest Of(DailyWindow window) => new()
    {
        From = window.From.ToString("HH':'mm", null),
        To = window.To.ToString("HH':'mm", null),
    };

    /// <returns>Null when a time is missing or unreadable, or when the window ends before it begins.</returns>
    internal DailyWindow? ToWindow() => ParseTime(From) is { } from && ParseTime(To) is { } to && from < to ? new DailyWindow(from, to) : null;

    internal static LocalTime? ParseTime(string? text) => Minute.Parse(text?.Trim() ?? "") is { Success: true, Value: var time } ? time : null;
}

sealed class HoursValidator : RequestValidator<HoursRequest>
{
    public static readonly ImmutableArray<string> DayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    static readonly LocalizedText DaysExpected = new(
        "compte au moins un jour, parmi : monday, tuesday, wednesday, thursday, friday, saturday, sunday",
        "has at least one day of: monday, tuesday, wednesday, thursday, friday, saturday, sunday");

    static readonly LocalizedText WindowsExpected = new(
        "compte au moins une plage, comme 09:00 à 12:30, du matin au soir et sans chevauchement",
        "has at least one window, as 09:00 to 12:30, from early to late, none overlapping");

    public HoursValidator()
    {
        RuleFor(r => r.Days).Must(days => days is { Length: > 0 } && Array.TrueForAll(days, day => FindDay(day) is not null)).WithText(DaysExpected);
        RuleFor(r => r.Windows).Must(AreInOrder).WithText(WindowsExpected);
    }

    public static IsoDayOfWeek? FindDay(string? name) => DayNames.IndexOf(name ?? "") is >= 0 and var index ? (IsoDayOfWeek)(index + 1) : null;

    static bool AreInOrder(WindowRequest[]? windows)
    {
        var end = LocalTime.Midnight;
        foreach (var window in windows ?? [])
        {
            if (window?.ToWindow() is not { } read || read.From < end)
            {
                return false;
            }

            end = read.To;
        }

        return windows is { Length: > 0 };
    }
}
