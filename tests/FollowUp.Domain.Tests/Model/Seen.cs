namespace FollowUp.Domain.Tests.Model;

/// <summary>What the steps from one place to another by one move have in common, and what only some of them have.</summary>
sealed class Seen
{
    readonly Dictionary<string, int> events = [];
    readonly Dictionary<string, int> owed = [];
    int steps;

    public string Events => Said(events);

    public string Owed => Said(owed);

    public void Note(Step step)
    {
        steps++;
        foreach (var words in step.Decision.Events.Select(e => Plain.Of(e.Event)).Distinct()) events[words] = events.GetValueOrDefault(words) + 1;
        foreach (var words in step.Owed.Select(Plain.Of).Distinct()) owed[words] = owed.GetValueOrDefault(words) + 1;
    }

    public Seen Add(Seen other)
    {
        steps += other.steps;
        foreach (var (words, count) in other.events) events[words] = events.GetValueOrDefault(words) + count;
        foreach (var (words, count) in other.owed) owed[words] = owed.GetValueOrDefault(words) + count;
        return this;
    }

    /// <summary>What always happens first, what happens in some cases in brackets.</summary>
    string Said(Dictionary<string, int> seen) => seen.Count == 0
        ? "—"
        : string.Join(", ", seen.OrderBy(s => s.Value != steps).Select(s => s.Value == steps ? s.Key : $"({s.Key})"));
}
