using System.Globalization;
using System.Text;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Writes docs/path.md from what the model check finds, for readers who do not know the code.</summary>
sealed class PathDocument
{
    readonly SortedDictionary<PathState, SortedDictionary<string, SortedDictionary<PathState, Visited>>> transitions = [];
    readonly SortedDictionary<string, (Refusal Refusal, SortedDictionary<string, SortedSet<PathState>> When)> refusals = new(StringComparer.Ordinal);
    readonly SortedDictionary<PathState, SortedSet<string>> nextActions = [];

    public static string Write()
    {
        var document = new PathDocument();
        Explore("company, Monday", document.Note);
        Explore("person with consent", document.Note);
        Explore("company with its providers", step =>
        {
            if (step.Command is SendGoodChances or AnswerQuestion or SetStandIn { Staff: null }) document.Note(step);
        });
        return document.Text();
    }

    static void Explore(string beginning, Action<AppliedCommand> seen) =>
        new Explorer(RulesUnderTest.Production, InitialStates.GetByName(beginning), new Invariants(), seen).Run();

    void Note(AppliedCommand step)
    {
        var from = PathStates.Of(step.Before);
        if (step.Before.Next is { } next) GetOrAdd(nextActions, from).Add($"{PlainNames.Of(next.Kind)}: {DescribeReason(next.Why)}");
        if (step.Decision.Refusal is { } refusal)
        {
            if (!refusals.TryGetValue(refusal.Code, out var known)) refusals.Add(refusal.Code, known = (refusal, new(StringComparer.Ordinal)));
            GetOrAdd(known.When, step.Transition.Name).Add(from);
        }
        else if (!step.Decision.Events.IsEmpty)
        {
            GetOrAdd(GetOrAdd(GetOrAdd(transitions, from, StringComparer.Ordinal), step.Transition.Name), PathStates.Of(step.After)).Note(step);
        }
    }

    /// <summary>The reason without what moved its date.</summary>
    static string DescribeReason(Reason why) => new Reason(why.Code, why.Number, why.Of).Describe(Language.English);

    string Text()
    {
        var page = new StringBuilder();
        page.Append(PathDocumentText.Beginning);
        page.Append(PathDiagram.Write(transitions.SelectMany(t => t.Value.SelectMany(m => m.Value.Keys.Select(to => (t.Key, to, m.Key))))));
        page.Append(PathDocumentText.Lives);
        page.Append(ExampleLives.Write());
        page.Append(PathDocumentText.States);
        AppendStates(page);
        page.Append(PathDocumentText.Anywhere);
        var anywhere = PathRows.FromEveryOpenState(transitions, move => refusals["already-dormant"].When.ContainsKey(move));
        PathRows.Write(page, anywhere.Values.Select(a => a.Row));
        page.Append(PathDocumentText.OneByOne);
        foreach (var (place, moves) in transitions)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {PathStates.GetName(place)}\n");
            PathRows.Write(page, moves.SelectMany(m => PathRows.Of(place, m.Key, m.Value)).Where(row => !IsToldAlready(row, place)));
        }

        bool IsToldAlready(PathRow row, PathState from) =>
            from < PathState.Won && anywhere.TryGetValue(row.Transition, out var known) && row.To == (known.To ?? from);

        AppendPermissions(page);
        AppendRefusals(page);
        page.Append(PathDocumentText.End);
        return page.ToString();
    }

    void AppendStates(StringBuilder page)
    {
        foreach (var place in transitions.Keys)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n**{PathStates.GetName(place)}.** {PathStates.GetExplanation(place)}\n");
            if (!nextActions.TryGetValue(place, out var actions)) continue;
            page.Append('\n');
            foreach (var action in RemoveNumbers(actions)) page.Append(CultureInfo.InvariantCulture, $"- {action}\n");
        }
    }

    static IEnumerable<string> RemoveNumbers(IEnumerable<string> actions) => actions
        .Select(a => string.Concat(a.Select((c, i) => char.IsAsciiDigit(c) ? (i > 0 && char.IsAsciiDigit(a[i - 1]) ? "" : "N") : $"{c}")))
        .Distinct().Order(StringComparer.Ordinal);

    static void AppendPermissions(StringBuilder page)
    {
        page.Append(PathDocumentText.Rights);
        Actor[] actors = [Who.Website, Who.Jeanne, Who.Camille, Who.Yanis, Who.Nadia, Who.Simon, Who.Provider, Who.Time];
        var project = A.CompanyProject.InFollowUp.Project;
        foreach (var moves in Transitions.All.GroupBy(m => m.CreateCommand(project, A.CompanyProject.InFollowUp.Now).GetType().Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var command = moves.First().CreateCommand(project, A.CompanyProject.InFollowUp.Now);
            var cells = actors.Select(a => Charter.GetRefusal(project, command, a) is { } refusal ? ShortenCode(refusal.Code) : "✓");
            page.Append(CultureInfo.InvariantCulture, $"| {SplitWords(moves.Key)} | {string.Join(" | ", cells)} |\n");
        }
    }

    static string ShortenCode(string code) => code == "not-allowed" ? "–" : $"`{code}`";

    void AppendRefusals(StringBuilder page)
    {
        page.Append(PathDocumentText.Refusals);
        foreach (var (code, (refusal, when)) in refusals)
        {
            // The exploration with providers does not distinguish the steps of a cycle.
            var places = when.GroupBy(w => w.Key == "staff: good-chances notice" ? "wherever it is open" : PathStates.Format(w.Value)).Select(g => $"{PathRows.Merge(g.Select(w => w.Key))} — *{g.Key}*");
            page.Append(CultureInfo.InvariantCulture, $"| `{code}` | {refusal.Sentence.English} | {(code == "already-closed" ? "everything else, *once it is closed*" : string.Join("<br>", places))} |\n");
        }
    }

    internal static string SplitWords(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : $"{c}"));

    static TValue GetOrAdd<TKey, TValue>(SortedDictionary<TKey, TValue> all, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!all.TryGetValue(key, out var value)) all.Add(key, value = new TValue());
        return value;
    }

    static SortedDictionary<string, T> GetOrAdd<TKey, T>(SortedDictionary<TKey, SortedDictionary<string, T>> all, TKey key, IComparer<string> order)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out var value)) all.Add(key, value = new SortedDictionary<string, T>(order));
        return value;
    }
}
