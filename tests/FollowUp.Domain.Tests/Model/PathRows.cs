using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>One row of the document's tables before rows alike are merged.</summary>
/// <param name="To">By which rows are sorted.</param>
sealed record PathRow(string Move, Place To, string Leads, Seen Seen);

/// <summary>The rows of the document's tables: what leads alike stands in one of them.</summary>
static class PathRows
{
    /// <summary>
    /// What leads to the same place, or leaves the project where it is, from every open state that takes it: told once and not in each of them. A pause and an
    /// agreed call lie over these states and tell only what they do otherwise.
    /// </summary>
    public static Dictionary<string, (PathRow Row, Place? To)> Anywhere(
        SortedDictionary<Place, SortedDictionary<string, SortedDictionary<Place, Seen>>> transitions, Func<string, bool> notWhileDormant)
    {
        var found = new Dictionary<string, (PathRow, Place?)>();
        foreach (var move in Moves.All.Select(m => m.Name))
        {
            var taken = transitions.Where(t => t.Key < Place.Pause && t.Value.ContainsKey(move)).Select(t => (From: t.Key, To: t.Value[move])).ToList();
            if (!taken.Any(t => t.From == Place.Reaching) || !taken.Any(t => t.From == Place.Relaunching) || taken.Any(t => t.To.Count > 1)) continue;
            var stays = taken.All(t => t.To.ContainsKey(t.From));
            if (!stays && taken.SelectMany(t => t.To.Keys).Distinct().Count() > 1) continue;
            var to = stays ? (Place?)null : taken[0].To.Keys.Single();
            var name = notWhileDormant(move) ? $"{move} (not while dormant)" : move;
            found.Add(move, (new PathRow(name, to ?? Place.Reaching, Leads(to), Sum(taken.Select(t => t.To.Values.Single()))), to));
        }

        return found;
    }

    /// <summary>What one move leads to from one place.</summary>
    public static IEnumerable<PathRow> Of(Place from, string move, SortedDictionary<Place, Seen> targets)
    {
        var under = targets.Where(t => t.Key < Place.Pause).ToList();
        if (move.EndsWith(": undo", StringComparison.Ordinal))
        {
            yield return new PathRow(move, Place.Dead, "**where it stood before**", Sum(targets.Values));
            yield break;
        }

        var covers = from is Place.Pause or Place.CallAgreed && under.Count > 2;
        if (covers) yield return new PathRow(move, Place.Reaching, "**the state under it**", Sum(under.Select(t => t.Value)));
        foreach (var (to, seen) in targets)
        {
            if (!covers || to >= Place.Pause) yield return new PathRow(move, to, Leads(to == from ? null : to), seen);
        }
    }

    public static void Write(StringBuilder page, IEnumerable<PathRow> rows)
    {
        page.Append("\n| what happens | where it leads | the timeline says | what goes out |\n|---|---|---|---|\n");
        var merged = rows.GroupBy(r => (r.To, Row: $"{r.Leads} | {r.Seen.Events} | {r.Seen.Owed}"))
            .OrderBy(g => g.First().Leads != "stays").ThenBy(g => g.Key.To).ThenBy(g => g.First().Move, StringComparer.Ordinal);
        foreach (var row in merged) page.Append(CultureInfo.InvariantCulture, $"| {Merged(row.Select(r => r.Move))} | {row.Key.Row} |\n");
    }

    /// <summary>"call: busy; no answer" for several moves of one kind.</summary>
    public static string Merged(IEnumerable<string> moves) => string.Join("<br>", moves
        .Select(m => m.Split(": ", 2)).GroupBy(m => m[0])
        .Select(g => g.First().Length == 1 ? g.Key : $"{g.Key}: {string.Join("; ", g.Select(m => m[1]))}"));

    static string Leads(Place? to) => to is { } place ? $"**{Places.Name(place)}**" : "stays";

    static Seen Sum(IEnumerable<Seen> seen) => seen.Aggregate(new Seen(), (all, one) => all.Add(one));
}
