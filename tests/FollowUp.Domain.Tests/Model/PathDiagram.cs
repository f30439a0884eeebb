using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The picture of the path: the steps inside a phase one by one; what leads out of any of its steps, once.</summary>
static class PathDiagram
{
    public static string Write(IEnumerable<(Place From, Place To, string Move)> transitions)
    {
        var lines = new StringBuilder("\n```mermaid\nstateDiagram-v2\n    [*] --> Reaching: the website submits\n");
        foreach (var phase in Enum.GetValues<Place>().GroupBy(Places.PhaseOf).Where(g => g.Count() > 1))
        {
            lines.Append(CultureInfo.InvariantCulture, $"    state \"{Places.PhaseName(phase.First())}\" as {phase.Key} {{\n");
            foreach (var place in phase) lines.Append(CultureInfo.InvariantCulture, $"        {place}: {Places.Name(place).Split(": ")[^1]}\n");
            lines.Append("    }\n");
        }

        // A pause and an agreed call come and go from anywhere, and an undo leads back to where it came from: told in words below.
        var edges = transitions
            .Where(t => t.From is not (Place.Pause or Place.CallAgreed) && t.To is not (Place.Pause or Place.CallAgreed) && !t.Move.EndsWith(": undo", StringComparison.Ordinal))
            .Select(t => (From: Node(t.From, t.To), To: Node(t.To, t.From), Who: Places.Doer(t.Move)))
            .Where(e => e.From != e.To)
            .GroupBy(e => (e.From, e.To)).OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            lines.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", edge.Select(e => e.Who).Distinct().Order(StringComparer.Ordinal))}\n");
        }

        return lines.Append("    Won --> [*]\n    Dead --> [*]\n```\n").ToString();
    }

    /// <summary>Between two phases the arrow goes from the one box to the other; within one, from step to step.</summary>
    static string Node(Place place, Place other) =>
        place < Place.Pause && other is Place.Won or Place.Dead ? Places.PhaseOf(place) : place.ToString();
}
