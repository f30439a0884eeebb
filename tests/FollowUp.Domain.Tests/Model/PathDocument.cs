using System.Globalization;
using System.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The path as a document: what the model saw, written for somebody who has never seen the code.</summary>
sealed class PathDocument
{
    readonly SortedDictionary<Place, SortedDictionary<string, SortedDictionary<Place, Seen>>> transitions = [];
    readonly SortedDictionary<string, (Refusal Refusal, SortedDictionary<string, SortedSet<Place>> When)> refusals = new(StringComparer.Ordinal);
    readonly SortedDictionary<Place, SortedSet<string>> nextActions = [];

    public static string Write()
    {
        var document = new PathDocument();
        foreach (var beginning in new[] { Beginnings.Named("company, Monday"), Beginnings.Named("person without consent") })
        {
            _ = new Explorer(PathUnderTest.Real, beginning, new Laws(), document.Note).Run();
        }

        document.ProvidersToo();
        return document.Text();
    }

    void ProvidersToo()
    {
        var story = A.CompanyProject.InFollowUp;
        foreach (var move in Moves.All.Where(m => m.Name is "staff: good-chances notice" or "staff: answer a question"))
        {
            Ready(story, move.Name);
        }

        void Ready(Story ready, string name)
        {
            var acted = ready.Gives(new ReportProviderAction("PR-1", ProviderActionKind.Quote, ready.Now), Who.Website);
            var wanted = acted.ClientSays(ClientAnswer.TalkingTo, "PR-1").Gives(new AskQuestion("Q-1", "PR-1", new Words("?")), Who.Website);
            var move = Moves.All.Single(m => m.Name == name);
            foreach (var from in new[] { ready, acted, wanted, wanted.Gives(move.At(wanted.Project, wanted.Now), move.By) })
            {
                var command = move.At(from.Project, from.Now);
                var decision = Decider.Decide(from.Project, command, move.By, from.Policy, from.Now);
                var owed = decision.Events.IsDefaultOrEmpty ? [] : Obligations.Of(decision.After!, decision.Events, from.Policy);
                Note(new Step(from.Project, move, command, move.By, from.Now, from.Policy, decision, owed, []));
            }
        }
    }

    void Note(Step step)
    {
        var from = Places.Of(step.Before);
        if (step.Before.Next is { } next) At(nextActions, from).Add($"{next.Kind.Name().English} — {Plain(next.Why)}");
        if (step.Decision.Refusal is { } refusal)
        {
            if (!refusals.TryGetValue(refusal.Code, out var known)) refusals.Add(refusal.Code, known = (refusal, new(StringComparer.Ordinal)));
            At(known.When, step.Move.Name).Add(from);
        }
        else if (!step.Decision.Events.IsEmpty)
        {
            At(At(At(transitions, from, StringComparer.Ordinal), step.Move.Name), Places.Of(step.After)).Note(step);
        }
    }

    /// <summary>The reason without the number of the try and without what slid it.</summary>
    static string Plain(Reason why) => new Reason(why.Code, why.Number, why.Of).InWords(Language.English);

    string Text()
    {
        var page = new StringBuilder();
        page.Append(Chapters.Beginning);
        page.Append(Diagram());
        page.Append(Chapters.States);
        foreach (var (place, moves) in transitions) Section(page, place, moves);
        Rights(page);
        Refused(page);
        return page.ToString();
    }

    void Section(StringBuilder page, Place place, SortedDictionary<string, SortedDictionary<Place, Seen>> moves)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {Places.Name(place)}\n\n{Places.Explained(place)}\n");
        if (nextActions.TryGetValue(place, out var actions))
        {
            page.Append("\nThe next action is one of:\n\n");
            foreach (var action in Numberless(actions)) page.Append(CultureInfo.InvariantCulture, $"- {action}\n");
        }

        page.Append("\n| what happens | where it leads | the timeline says | owed to the outside |\n|---|---|---|---|\n");
        var rows = moves.SelectMany(move => move.Value.Select(to => (Move: move.Key, To: to.Key, Row: $"{Leads(place, to.Key, move.Key)} | {to.Value.Events} | {to.Value.Owed}")));
        var last = "";
        foreach (var row in rows.GroupBy(r => (r.To, r.Row)).OrderBy(r => r.First().Move == "staff: undo").ThenBy(r => r.Key.To != place).ThenBy(r => r.Key.To).ThenBy(r => r.First().Move, StringComparer.Ordinal))
        {
            if (row.Key.Row != last) page.Append(CultureInfo.InvariantCulture, $"| {Merged(row.Select(r => r.Move))} | {row.Key.Row} |\n");
            last = row.Key.Row;
        }
    }

    static string Leads(Place from, Place to, string move) => move == "staff: undo" ? "**where it stood before**" : from == to ? "stays" : $"**{Places.Name(to)}**";

    /// <summary>"call: busy; no answer" for several moves of one kind.</summary>
    static string Merged(IEnumerable<string> moves) => string.Join("<br>", moves
        .Select(m => m.Split(": ", 2)).GroupBy(m => m[0])
        .Select(g => g.First().Length == 1 ? g.Key : $"{g.Key}: {string.Join("; ", g.Select(m => m[1]))}"));

    static IEnumerable<string> Numberless(IEnumerable<string> actions) => actions
        .Select(a => string.Concat(a.Select((c, i) => char.IsAsciiDigit(c) ? (i > 0 && char.IsAsciiDigit(a[i - 1]) ? "" : "N") : $"{c}")))
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>The steps inside a phase one by one; what leads out of it from any of its states, once.</summary>
    string Diagram()
    {
        var lines = new StringBuilder("\n```mermaid\nstateDiagram-v2\n    [*] --> Reaching: website submits\n");
        foreach (var phase in Enum.GetValues<Place>().GroupBy(Places.PhaseOf).Where(g => g.Count() > 1))
        {
            lines.Append(CultureInfo.InvariantCulture, $"    state \"{Places.PhaseName(phase.First())}\" as {phase.Key} {{\n");
            foreach (var place in phase) lines.Append(CultureInfo.InvariantCulture, $"        {place}: {Places.Name(place).Split(": ")[^1]}\n");
            lines.Append("    }\n");
        }

        var edges = transitions.SelectMany(t => t.Value.SelectMany(m => m.Value.Keys.Select(to => (From: Node(t.Key, to), To: Node(to, t.Key), Who: Places.Doer(m.Key)))))
            .Where(e => e.From != e.To)
            .GroupBy(e => (e.From, e.To)).OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenBy(g => g.Key.To, StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            lines.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", edge.Select(e => e.Who).Distinct().Order(StringComparer.Ordinal))}\n");
        }

        lines.Append("    Won --> [*]\n    Dead --> [*]\n");
        foreach (var place in new[] { Place.Pause, Place.CallAgreed, Place.Won, Place.Dead }) lines.Append(CultureInfo.InvariantCulture, $"    {place}: {Places.Name(place)}\n");
        return lines.Append("```\n").ToString();
    }

    static string Node(Place place, Place other) =>
        place < Place.Pause && other >= Place.Pause ? Places.PhaseOf(place) : place.ToString();

    static void Rights(StringBuilder page)
    {
        page.Append(Chapters.Rights);
        Actor[] actors = [Who.Website, Who.Jeanne, Who.Camille, Who.Yanis, Who.Nadia, Who.Simon, Who.Provider, Who.Time];
        var project = A.CompanyProject.InFollowUp.Project;
        foreach (var moves in Moves.All.GroupBy(m => m.At(project, A.CompanyProject.InFollowUp.Now).GetType().Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var command = moves.First().At(project, A.CompanyProject.InFollowUp.Now);
            var cells = actors.Select(a => Domain.Charter.Refuses(project, command, a) is { } refusal ? Short(refusal.Code) : "✓");
            page.Append(CultureInfo.InvariantCulture, $"| {Spaced(moves.Key)} | {string.Join(" | ", cells)} |\n");
        }
    }

    static string Short(string code) => code == "not-allowed" ? "–" : $"`{code}`";

    void Refused(StringBuilder page)
    {
        page.Append(Chapters.Refusals);
        foreach (var (code, (refusal, when)) in refusals)
        {
            var places = when.GroupBy(w => Anywhere(w.Value)).Select(g => $"{Merged(g.Select(w => w.Key))} — {g.Key}");
            page.Append(CultureInfo.InvariantCulture, $"| `{code}` | {refusal.Sentence.English} | {string.Join("<br>", places)} |\n");
        }
    }

    static string Anywhere(SortedSet<Place> places) => Enum.GetValues<Place>().Except(places).ToList() switch
    {
        [] => "*anywhere*",
        [Place.Won, Place.Dead] => "*wherever it is open*",
        _ when places.SetEquals([Place.Won, Place.Dead]) => "*once it is closed*",
        { Count: < 5 } but => $"*anywhere but in: {string.Join(", ", but.Select(Places.Name))}*",
        _ => $"*in: {string.Join(", ", places.Select(Places.Name))}*",
    };

    internal static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));

    static TValue At<TKey, TValue>(SortedDictionary<TKey, TValue> all, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!all.TryGetValue(key, out var value)) all.Add(key, value = new TValue());
        return value;
    }

    static SortedDictionary<string, T> At<TKey, T>(SortedDictionary<TKey, SortedDictionary<string, T>> all, TKey key, IComparer<string> order)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var value)) all.Add(key, value = new SortedDictionary<string, T>(order));
        return value;
    }
}

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
        foreach (var name in step.Decision.Events.Select(e => PathDocument.Spaced(e.Event.GetType().Name)).Distinct())
            events[name] = events.GetValueOrDefault(name) + 1;
        foreach (var name in step.Owed.Select(m => m.Kind == MessageKind.Webhook ? "webhook" : $"{PathDocument.Spaced(m.Kind.ToString())} → {m.To.ToString().ToLowerInvariant()}").Distinct())
            owed[name] = owed.GetValueOrDefault(name) + 1;
    }

    string Said(Dictionary<string, int> seen) => seen.Count == 0 ? "—" : string.Join(", ", seen.Select(s => s.Value == steps ? s.Key : $"({s.Key})"));
}
