namespace FollowUp.Domain.Tests.Model;

/// <summary>What the steps from one place to another by one move have in common, and what only some of them have.</summary>
sealed class Visited
{
    readonly Dictionary<string, int> events = [];
    readonly Dictionary<string, int> messages = [];
    int steps;

    public string Events => Format(events);

    public string Messages => Format(messages);

    public void Note(AppliedCommand step)
    {
        steps++;
        foreach (var words in step.Decision.Events.Select(e => PlainNames.Of(e.Event)).Distinct()) events[words] = events.GetValueOrDefault(words) + 1;
        foreach (var words in step.Messages.Select(PlainNames.Of).Distinct()) messages[words] = messages.GetValueOrDefault(words) + 1;
    }

    public Visited Add(Visited other)
    {
        steps += other.steps;
        foreach (var (words, count) in other.events) events[words] = events.GetValueOrDefault(words) + count;
        foreach (var (words, count) in other.messages) messages[words] = messages.GetValueOrDefault(words) + count;
        return this;
    }

    /// <summary>What always happens first, what happens in some cases in brackets.</summary>
    string Format(Dictionary<string, int> seen) => seen.Count == 0
        ? "—"
        : string.Join(", ", seen.OrderBy(s => s.Value != steps).Select(s => s.Value == steps ? s.Key : $"({s.Key})"));
}
