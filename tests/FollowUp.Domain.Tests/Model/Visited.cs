namespace FollowUp.Domain.Tests.Model;

/// <summary>The events and messages of one transition between two states: which always occur, and which only sometimes.</summary>
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
        foreach (var text in step.Decision.Events.Select(e => PlainNames.Of(e.Event)).Distinct()) events[text] = events.GetValueOrDefault(text) + 1;
        foreach (var text in step.Messages.Select(PlainNames.Of).Distinct()) messages[text] = messages.GetValueOrDefault(text) + 1;
    }

    public Visited Add(Visited other)
    {
        steps += other.steps;
        foreach (var (text, count) in other.events) events[text] = events.GetValueOrDefault(text) + count;
        foreach (var (text, count) in other.messages) messages[text] = messages.GetValueOrDefault(text) + count;
        return this;
    }

    /// <summary>What always occurs, then in brackets what occurs in some cases.</summary>
    string Format(Dictionary<string, int> seen) => seen.Count == 0
        ? "—"
        : string.Join(", ", seen.OrderBy(s => s.Value != steps).Select(s => s.Value == steps ? s.Key : $"({s.Key})"));
}
