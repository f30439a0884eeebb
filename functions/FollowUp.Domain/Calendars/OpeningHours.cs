using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace FollowUp.Domain.Calendars;

/// <summary>
/// The days of the week and the times of day at which something may happen: calls, mails, or the work of one coordinator. Public holidays are
/// closed by <see cref="WorkingCalendar"/> and not by these hours. Two values with the same days and windows are equal.
/// </summary>
/// <param name="Days">At least one day, from Monday to Sunday, none twice.</param>
/// <param name="Windows">At least one window, from early to late, each ending after it begins, none overlapping; they may touch.</param>
/// <exception cref="ArgumentException">One of these rules is broken; the message says which.</exception>
public sealed record OpeningHours(ImmutableArray<IsoDayOfWeek> Days, ImmutableArray<DailyWindow> Windows)
{
    /// <summary>The tables of companies and persons, in the cadence in force and in one that is compared with it.</summary>
    const int IntersectionsKept = 4;

    // One bit a day, since a search asks this for every day.
    readonly int openDays = Mask(Days);

    // Every plan intersects the hours of a coordinator with those of a cadence, and both are the same objects each time: the newest results are kept.
    ImmutableArray<(OpeningHours Other, OpeningHours? Both)> intersections = [];

    /// <summary>The open days, from Monday to Sunday.</summary>
    public ImmutableArray<IsoDayOfWeek> Days { get; } = Days;

    /// <summary>The open windows of each of these days, from early to late.</summary>
    public ImmutableArray<DailyWindow> Windows { get; } = RequireOrder(Windows);

    /// <summary>These windows on each day from Monday to Friday.</summary>
    /// <exception cref="ArgumentException">No window, or windows out of order.</exception>
    public static OpeningHours MondayToFriday(params DailyWindow[] windows) => new(
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
        [.. windows]);

    /// <summary>Whether the day of the week is an open one.</summary>
    public bool Includes(IsoDayOfWeek day) => (openDays & Bit(day)) != 0;

    /// <summary>The hours at which both are open; null when there are none.</summary>
    public OpeningHours? Intersect(OpeningHours other)
    {
        foreach (var known in intersections)
        {
            if (ReferenceEquals(known.Other, other)) return known.Both;
        }

        var both = ComputeIntersection(other);
        intersections = [(other, both), .. intersections.Take(IntersectionsKept - 1)];
        return both;
    }

    /// <inheritdoc/>
    public bool Equals(OpeningHours? other) =>
        other is not null && openDays == other.openDays && Windows.AsSpan().SequenceEqual(other.Windows.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(openDays);
        foreach (var window in Windows) hash.Add(window);
        return hash.ToHashCode();
    }

    /// <summary>For logs and tests: "Monday, Friday 09:00–12:30, 14:00–18:30".</summary>
    public override string ToString() => $"{string.Join(", ", Days)} {string.Join(", ", Windows.Select(Format))}";

    OpeningHours? ComputeIntersection(OpeningHours other)
    {
        ImmutableArray<IsoDayOfWeek> days = [.. Days.Where(other.Includes)];
        ImmutableArray<DailyWindow> windows =
        [
            .. from mine in Windows
               from theirs in other.Windows
               let both = new DailyWindow(LocalTime.Max(mine.From, theirs.From), LocalTime.Min(mine.To, theirs.To))
               where both.From < both.To
               select both,
        ];
        return days.IsEmpty || windows.IsEmpty ? null : new OpeningHours(days, windows);
    }

    static int Bit(IsoDayOfWeek day) => 1 << (int)day;

    static int Mask(ImmutableArray<IsoDayOfWeek> days)
    {
        if (days.IsDefaultOrEmpty) throw new ArgumentException("Opening hours need at least one day.");
        var mask = 0;
        foreach (var day in days)
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday) throw new ArgumentException($"{day} is no day of the week.");
            if (Bit(day) <= mask) throw new ArgumentException($"Days run from Monday to Sunday, none twice: {day} is out of order.");
            mask |= Bit(day);
        }

        return mask;
    }

    static ImmutableArray<DailyWindow> RequireOrder(ImmutableArray<DailyWindow> windows)
    {
        if (windows.IsDefaultOrEmpty) throw new ArgumentException("Opening hours need at least one window.");
        var end = LocalTime.Midnight;
        foreach (var window in windows)
        {
            if (window.From >= window.To) throw new ArgumentException($"A window ends after it begins: {Format(window)} does not.");
            if (window.From < end)
                throw new ArgumentException($"Windows run from early to late and do not overlap: {Format(window)} begins too early.");
            end = window.To;
        }

        return windows;
    }

    static string Format(DailyWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.From:HH':'mm}–{window.To:HH':'mm}");
}
