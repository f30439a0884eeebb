using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Board;

/// <summary>Computes figures from sums. It is pure.</summary>
public static class BoardFigures
{
    const int MinutesOfHour = 60;

    /// <summary>The figures of a period.</summary>
    /// <param name="sums">Sums of the days of the period; other days are left out.</param>
    /// <param name="period">The period.</param>
    public static PeriodFigures Compute(IEnumerable<BoardSum> sums, BoardPeriod period)
    {
        var byKind = sums.Where(sum => period.Includes(sum.Cell.Day)).ToLookup(sum => sum.Cell.Kind);
        var closed = byKind[BoardFactKind.Closed].ToList();
        var won = closed.Where(sum => sum.Cell.Code == BoardCodes.Won).ToList();
        return new PeriodFigures(
            byKind[BoardFactKind.Submitted].Sum(sum => sum.Count),
            ComputeFirstCalls([.. byKind[BoardFactKind.FirstCall]]),
            ComputeAttempts([.. byKind[BoardFactKind.Reached]]),
            ComputeValidation([.. byKind[BoardFactKind.ValidationEnded]]),
            won.Sum(sum => sum.Count),
            won.Where(sum => sum.Cell.Value == 1).Sum(sum => sum.Count),
            won.Sum(sum => sum.Cents) / 100m,
            CountBy(closed.Where(sum => sum.Cell.Code != BoardCodes.Won), cell => cell.Code),
            ComputeRelaunches([.. byKind[BoardFactKind.Relaunch]], [.. byKind[BoardFactKind.RelaunchAnswered]]),
            CountBy(byKind[BoardFactKind.MailRefused], cell => cell.Code),
            ComputeCalls(byKind[BoardFactKind.Call]),
            CountBy(byKind[BoardFactKind.Overdue], cell => cell.Coordinator),
            ComputeDays(period, byKind));
    }

    /// <summary>The open projects by phase, in the order of the path.</summary>
    /// <param name="sums">All sums of <see cref="BoardFactKind.Open"/>; others are left out.</param>
    /// <param name="today">The day of today in Paris.</param>
    public static ImmutableArray<OpenFigures> ComputeOpen(IEnumerable<BoardSum> sums, LocalDate today) =>
    [
        .. sums.Where(sum => sum.Cell.Kind == BoardFactKind.Open).GroupBy(sum => sum.Cell.Code).Select(phase =>
        {
            var ages = phase.Select(sum => ((long)Math.Max(0, Period.DaysBetween(sum.Cell.Day, today)), sum.Count)).ToList();
            return new OpenFigures(
                phase.Key, phase.Sum(sum => sum.Count), (int)(FindQuantile(ages, 0.5) ?? 0),
                [
                    .. Enumerable.Range(0, OpenFigures.AgeLimits.Length + 1)
                        .Select(i => ages.Where(age => OpenFigures.AgeLimits.Count(limit => age.Item1 >= limit) == i).Sum(age => age.Count)),
                ]);
        }).Where(phase => phase.Count > 0).OrderBy(phase => phase.Phase, StringComparer.Ordinal),
    ];

    /// <summary>What waits for an answer of staff, by staff id.</summary>
    /// <param name="sums">All sums of <see cref="BoardFactKind.Waiting"/>; others are left out.</param>
    public static ImmutableSortedDictionary<string, int> ComputeWaiting(IEnumerable<BoardSum> sums) =>
        CountBy(sums.Where(sum => sum.Cell.Kind == BoardFactKind.Waiting), cell => cell.Coordinator);

    /// <summary>The quantile by the nearest rank: the least value that at least this share of the cases does not exceed.</summary>
    /// <param name="values">Values and how often each occurs.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>Null without a case.</returns>
    public static long? FindQuantile(IEnumerable<(long Value, int Count)> values, double share)
    {
        var sorted = values.GroupBy(v => v.Value, (value, same) => (Value: value, Count: same.Sum(v => v.Count))).Where(v => v.Count > 0).OrderBy(v => v.Value).ToList();
        var rank = Math.Max(1, (int)Math.Ceiling(sorted.Sum(v => v.Count) * share));
        var seen = 0;
        foreach (var (value, count) in sorted)
        {
            seen += count;
            if (seen >= rank)
            {
                return value;
            }
        }

        return null;
    }

    static FirstCallFigures ComputeFirstCalls(List<BoardSum> sums)
    {
        var values = sums.Select(sum => (sum.Cell.Value, sum.Count)).ToList();
        return new FirstCallFigures(
            sums.Sum(sum => sum.Count), sums.Where(sum => sum.Cell.Value <= MinutesOfHour).Sum(sum => sum.Count),
            FindQuantile(values, 0.5), FindQuantile(values, 0.9));
    }

    static ImmutableArray<int> ComputeAttempts(List<BoardSum> sums)
    {
        var counts = sums.GroupBy(sum => (int)sum.Cell.Value).ToDictionary(g => g.Key, g => g.Sum(sum => sum.Count));
        var last = counts.Where(attempt => attempt.Value > 0).Select(attempt => attempt.Key).DefaultIfEmpty(0).Max();
        return [.. Enumerable.Range(1, last).Select(number => counts.GetValueOrDefault(number))];
    }

    static ValidationFigures ComputeValidation(List<BoardSum> sums) => new(
        sums.Sum(sum => sum.Count),
        sums.Where(sum => sum.Cell.Step == BoardCodes.Reached).Sum(sum => sum.Count),
        sums.Where(sum => sum.Cell.Code == BoardCodes.Validated).Sum(sum => sum.Count),
        CountBy(sums.Where(sum => sum.Cell.Code != BoardCodes.Validated), cell => cell.Code));

    static ImmutableArray<RelaunchFigures> ComputeRelaunches(List<BoardSum> sent, List<BoardSum> answered)
    {
        var answers = answered.GroupBy(sum => (sum.Cell.Step, sum.Cell.Code)).ToDictionary(g => g.Key, g => g.Sum(sum => sum.Count));
        return
        [
            .. sent.GroupBy(sum => (sum.Cell.Step, sum.Cell.Code))
                .Select(g => new RelaunchFigures(g.Key.Step, g.Key.Code, g.Sum(sum => sum.Count), answers.GetValueOrDefault(g.Key)))
                .Where(relaunch => relaunch.Sent > 0)
                .OrderBy(relaunch => int.TryParse(relaunch.Step, out var number) ? number : int.MaxValue)
                .ThenByDescending(relaunch => relaunch.Step, StringComparer.Ordinal).ThenBy(relaunch => relaunch.Channel, StringComparer.Ordinal),
        ];
    }

    static ImmutableArray<CallFigures> ComputeCalls(IEnumerable<BoardSum> sums) =>
    [
        .. sums.GroupBy(sum => (sum.Cell.Coordinator, sum.Cell.Hour))
            .Select(g => new CallFigures(
                g.Key.Coordinator, g.Key.Hour, g.Sum(sum => sum.Count), g.Where(sum => sum.Cell.Code == BoardCodes.Reached).Sum(sum => sum.Count)))
            .Where(calls => calls.Made > 0)
            .OrderBy(calls => calls.Coordinator, StringComparer.Ordinal).ThenBy(calls => calls.Hour),
    ];

    static ImmutableArray<DayFigures> ComputeDays(BoardPeriod period, ILookup<BoardFactKind, BoardSum> byKind)
    {
        var submitted = CountByDay(byKind[BoardFactKind.Submitted]);
        var validated = CountByDay(byKind[BoardFactKind.ValidationEnded].Where(sum => sum.Cell.Code == BoardCodes.Validated));
        var won = CountByDay(byKind[BoardFactKind.Closed].Where(sum => sum.Cell.Code == BoardCodes.Won));
        var dead = CountByDay(byKind[BoardFactKind.Closed].Where(sum => sum.Cell.Code != BoardCodes.Won));
        return
        [
            .. Enumerable.Range(0, period.Days).Select(i => period.From.PlusDays(i)).Select(day => new DayFigures(
                day, submitted.GetValueOrDefault(day), validated.GetValueOrDefault(day), won.GetValueOrDefault(day), dead.GetValueOrDefault(day))),
        ];
    }

    static Dictionary<LocalDate, int> CountByDay(IEnumerable<BoardSum> sums) =>
        sums.GroupBy(sum => sum.Cell.Day).ToDictionary(g => g.Key, g => g.Sum(sum => sum.Count));

    /// <summary>Counts above zero, by a part of the cell.</summary>
    static ImmutableSortedDictionary<string, int> CountBy(IEnumerable<BoardSum> sums, Func<BoardCell, string> key) =>
        sums.GroupBy(sum => key(sum.Cell)).Select(g => KeyValuePair.Create(g.Key, g.Sum(sum => sum.Count))).Where(g => g.Value > 0)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
