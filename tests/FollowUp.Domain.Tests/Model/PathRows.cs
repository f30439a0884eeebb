using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>One row of the document's tables before rows alike are merged.</summary>
/// <param name="To">By which rows are sorted.</param>
sealed record PathRow(string Transition, PathState To, string Target, Visited Visited);

/// <summary>The rows of the document's tables: what leads alike stands in one of them.</summary>
static class PathRows
{
    /// <summary>
    /// What leads to the same place, or leaves the project where it is, from every open state that takes it: told once and not in each of them. A pause and an
    /// agreed call lie over these states and tell only what they do otherwise.
    /// </summary>
    public static Dictionary<string, (PathRow Row, PathState? To)> FromEveryOpenState(
        SortedDictionary<PathState, SortedDictionary<string, SortedDictionary<PathState, Visited>>> transitions, Func<string, bool> notWhileDormant)
    {
        var found = new Dictionary<string, (PathRow, PathState?)>();
        foreach (var move in Transitions.All.Select(m => m.Name))
        {
            var taken = transitions.Where(t => t.Key < PathState.Pause && t.Value.ContainsKey(move)).Select(t => (From: t.Key, To: t.Value[move])).ToList();
            if (!taken.Any(t => t.From == PathState.Reaching) || !taken.Any(t => t.From == PathState.Relaunching) || taken.Any(t => t.To.Count > 1)) continue;
            var stays = taken.All(t => t.To.ContainsKey(t.From));
            if (!stays && taken.SelectMany(t => t.To.Keys).Distinct().Count() > 1) continue;
            var to = stays ? (PathState?)null : taken[0].To.Keys.Single();
            var name = notWhileDormant(move) ? $"{move} (not while dormant)" : move;
            found.Add(move, (new PathRow(name, to ?? PathState.Reaching, FormatTarget(to), Sum(taken.Select(t => t.To.Values.Single()))), to));
        }

        return found;
    }

    /// <summary>What one move leads to from one place.</summary>
    public static IEnumerable<PathRow> Of(PathState from, string move, SortedDictionary<PathState, Visited> targets)
    {
        var under = targets.Where(t => t.Key < PathState.Pause).ToList();
        if (move.EndsWith(": undo", StringComparison.Ordinal))
        {
            yield return new PathRow(move, PathState.Dead, "**where it stood before**", Sum(targets.Values));
            yield break;
        }

        var covers = from is PathState.Pause or PathState.CallAgreed && under.Count > 2;
        if (covers) yield return new PathRow(move, PathState.Reaching, "**the state under it**", Sum(under.Select(t => t.Value)));
        foreach (var (to, seen) in targets)
        {
            if (!covers || to >= PathState.Pause) yield return new PathRow(move, to, FormatTarget(to == from ? null : to), seen);
        }
    }

    public static void Write(StringBuilder page, IEnumerable<PathRow> rows)
    {
        page.Append("\n| what happens | where it leads | the timeline says | what goes out |\n|---|---|---|---|\n");
        var merged = rows.GroupBy(r => (r.To, Row: $"{r.Target} | {r.Visited.Events} | {r.Visited.Messages}"))
            .OrderBy(g => g.First().Target != "stays").ThenBy(g => g.Key.To).ThenBy(g => g.First().Transition, StringComparer.Ordinal);
        foreach (var row in merged) page.Append(CultureInfo.InvariantCulture, $"| {Merge(row.Select(r => r.Transition))} | {row.Key.Row} |\n");
    }

    /// <summary>"call: busy; no answer" for several moves of one kind.</summary>
    public static string Merge(IEnumerable<string> moves) => string.Join("<br>", moves
        .Select(m => m.Split(": ", 2)).GroupBy(m => m[0])
        .Select(g => g.First().Length == 1 ? g.Key : $"{g.Key}: {string.Join("; ", g.Select(m => m[1]))}"));

    static string FormatTarget(PathState? to) => to is { } place ? $"**{PathStates.GetName(place)}**" : "stays";

    static Visited Sum(IEnumerable<Visited> seen) => seen.Aggregate(new Visited(), (all, one) => all.Add(one));
}
