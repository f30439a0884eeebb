using System.Globalization;
using System.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The state diagram of the path: the steps of a phase one by one, and one arrow for what leads out of any of its steps.</summary>
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

        // A pause, an agreed call and an undo are possible in every state. The text below the diagram describes them.
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

    /// <summary>An arrow between phases joins the boxes of the phases, an arrow within a phase joins steps.</summary>
    static string GetNode(PathState place, PathState other) =>
        place < PathState.Pause && other is PathState.Won or PathState.Dead ? PathStates.GetPhase(place) : place.ToString();
}
