using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The picture of the path: the steps inside a phase one by one; what leads out of any of its steps, once.</summary>
static class PathDiagram
{
    public static string Write(IEnumerable<(PathState From, PathState To, string Move)> transitions)
    {
        var lines = new StringBuilder("\n```mermaid\nstateDiagram-v2\n    [*] --> Reaching: the website submits\n");
        foreach (var phase in Enum.GetValues<PathState>().GroupBy(PathStates.GetPhase).Where(g => g.Count() > 1))
        {
            lines.Append(CultureInfo.InvariantCulture, $"    state \"{PathStates.GetPhaseName(phase.First())}\" as {phase.Key} {{\n");
            foreach (var place in phase) lines.Append(CultureInfo.InvariantCulture, $"        {place}: {PathStates.GetName(place).Split(": ")[^1]}\n");
            lines.Append("    }\n");
        }

        // A pause and an agreed call come and go from anywhere, and an undo leads back to where it came from: told in words below.
        var edges = transitions
            .Where(t => t.From is not (PathState.Pause or PathState.CallAgreed) && t.To is not (PathState.Pause or PathState.CallAgreed) && !t.Move.EndsWith(": undo", StringComparison.Ordinal))
            .Select(t => (From: GetNode(t.From, t.To), To: GetNode(t.To, t.From), Who: PathStates.GetActorName(t.Move)))
            .Where(e => e.From != e.To)
            .GroupBy(e => (e.From, e.To)).OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            lines.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", edge.Select(e => e.Who).Distinct().Order(StringComparer.Ordinal))}\n");
        }

        return lines.Append("    Won --> [*]\n    Dead --> [*]\n```\n").ToString();
    }

    /// <summary>Between two phases the arrow goes from the one box to the other; within one, from step to step.</summary>
    static string GetNode(PathState place, PathState other) =>
        place < PathState.Pause && other is PathState.Won or PathState.Dead ? PathStates.GetPhase(place) : place.ToString();
}
