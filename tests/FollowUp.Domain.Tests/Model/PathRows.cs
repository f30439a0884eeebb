using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>One row of a table of the path document, before equal rows are merged.</summary>
/// <param name="To">The target state, by which rows are sorted.</param>
sealed record PathRow(string Transition, PathState To, string Target, Visited Visited);

/// <summary>Builds the tables of the path document and merges rows with the same effect.</summary>
static class PathRows
{
    /// <summary>
    /// Transitions with the same effect in every open state that accepts them. The document lists them once. A pause and an agreed call lie over
    /// these states and list only what differs.
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

    /// <summary>The rows of one transition from one state.</summary>
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

    /// <summary>"call: busy; no answer" for several transitions of one kind.</summary>
    public static string Merge(IEnumerable<string> moves) => string.Join("<br>", moves
        .Select(m => m.Split(": ", 2)).GroupBy(m => m[0])
        .Select(g => g.First().Length == 1 ? g.Key : $"{g.Key}: {string.Join("; ", g.Select(m => m[1]))}"));

    static string FormatTarget(PathState? to) => to is { } place ? $"**{PathStates.GetName(place)}**" : "stays";

    static Visited Sum(IEnumerable<Visited> seen) => seen.Aggregate(new Visited(), (all, one) => all.Add(one));
}
