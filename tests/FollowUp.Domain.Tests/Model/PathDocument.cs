using System.Globalization;
using System.Text;

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
        Explore("company, Monday", document.Note);
        Explore("person without consent", document.Note);
        Explore("company with its providers", step =>
        {
            if (step.Command is SendGoodChances or AnswerQuestion or StandIn { Staff: null }) document.Note(step);
        });
        return document.Text();
    }

    static void Explore(string beginning, Action<Step> seen) =>
        new Explorer(PathUnderTest.Real, Beginnings.Named(beginning), new Laws(), seen).Run();

    void Note(Step step)
    {
        var from = Places.Of(step.Before);
        if (step.Before.Next is { } next) At(nextActions, from).Add($"{Plain.Of(next.Kind)}: {Plainly(next.Why)}");
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
    static string Plainly(Reason why) => new Reason(why.Code, why.Number, why.Of).InWords(Language.English);

    string Text()
    {
        var page = new StringBuilder();
        page.Append(Chapters.Beginning);
        page.Append(PathDiagram.Write(transitions.SelectMany(t => t.Value.SelectMany(m => m.Value.Keys.Select(to => (t.Key, to, m.Key))))));
        page.Append(Chapters.Lives);
        page.Append(ToldLives.Write());
        page.Append(Chapters.States);
        States(page);
        page.Append(Chapters.Anywhere);
        var anywhere = PathRows.Anywhere(transitions, move => refusals["already-dormant"].When.ContainsKey(move));
        PathRows.Write(page, anywhere.Values.Select(a => a.Row));
        page.Append(Chapters.OneByOne);
        foreach (var (place, moves) in transitions)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {Places.Name(place)}\n");
            PathRows.Write(page, moves.SelectMany(m => PathRows.Of(place, m.Key, m.Value)).Where(row => !IsToldAlready(row, place)));
        }

        bool IsToldAlready(PathRow row, Place from) =>
            from < Place.Won && anywhere.TryGetValue(row.Move, out var known) && row.To == (known.To ?? from);

        Rights(page);
        Refused(page);
        page.Append(Chapters.End);
        return page.ToString();
    }

    void States(StringBuilder page)
    {
        foreach (var place in transitions.Keys)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n**{Places.Name(place)}.** {Places.Explained(place)}\n");
            if (!nextActions.TryGetValue(place, out var actions)) continue;
            page.Append('\n');
            foreach (var action in Numberless(actions)) page.Append(CultureInfo.InvariantCulture, $"- {action}\n");
        }
    }

    static IEnumerable<string> Numberless(IEnumerable<string> actions) => actions
        .Select(a => string.Concat(a.Select((c, i) => char.IsAsciiDigit(c) ? (i > 0 && char.IsAsciiDigit(a[i - 1]) ? "" : "N") : $"{c}")))
        .Distinct().Order(StringComparer.Ordinal);

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
            // What providers did is explored in a run of its own, in which the steps of a cycle are not told apart.
            var places = when.GroupBy(w => w.Key == "staff: good-chances notice" ? "wherever it is open" : Places.Among(w.Value)).Select(g => $"{PathRows.Merged(g.Select(w => w.Key))} — *{g.Key}*");
            page.Append(CultureInfo.InvariantCulture, $"| `{code}` | {refusal.Sentence.English} | {(code == "already-closed" ? "everything else, *once it is closed*" : string.Join("<br>", places))} |\n");
        }
    }

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
