using System.Text.Json;
using CsCheck;
using FollowUp.Application.Board;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Properties;
using NodaTime;

namespace FollowUp.Application.Tests.Board;

/// <summary>The figures of the board against a reader that knows nothing but the events.</summary>
public class BoardFiguresTests
{
    /// <summary>100 times 100 projects; a failing case prints its seed.</summary>
    const int Batches = 100, BatchSize = 100;

    static readonly LocalDate LastDay = new(2032, 1, 1);

    [Fact]
    public void Every_figure_is_what_a_naive_reader_counts_in_the_events() => Check.Sample(
        RandomLives.Plans.Array[BatchSize],
        plans =>
        {
            var stories = plans.Select(plan => RandomLives.Live(plan.Kind, plan.Start, plan.Steps)).ToList();
            var facts = stories.SelectMany(story => BoardFacts.Create(story.Timeline, story.Policy)).ToList();
            AssertSame(stories, facts, new BoardPeriod(new LocalDate(2028, 1, 1), new LocalDate(2028, 12, 31)));
            AssertSame(stories, facts, new BoardPeriod(new LocalDate(2028, 2, 1), new LocalDate(2028, 3, 31)));
        },
        iter: Batches, print: plans => string.Join("\n", plans.Select(RandomLives.Print)));

    [Fact]
    public void Facts_of_each_commit_are_those_of_the_whole_timeline() => Check.Sample(
        RandomLives.Plans,
        plan =>
        {
            var byCommit = new List<BoardFact>();
            RandomLives.Live(plan.Kind, plan.Start, plan.Steps, seen: (story, command, actor) =>
            {
                var events = story.Gives(command, actor).Last.Events;
                if (events.IsDefaultOrEmpty) return;
                byCommit.AddRange(BoardFacts.NeedTimeline(events)
                    ? BoardFacts.Create([.. story.Timeline, .. events], story.Policy).Where(fact => fact.Seq > story.Project.Version)
                    : BoardFacts.Create(story.Project, events, story.Policy));
            });
            var story = RandomLives.Live(plan.Kind, plan.Start, plan.Steps);
            Assert.Equal(
                BoardFacts.Create(story.Timeline, story.Policy).Where(fact => fact.Seq > RandomLives.Begin(plan.Kind, plan.Start).Timeline.Length).Order(Comparer),
                byCommit.Order(Comparer));
        },
        iter: 2_000, print: RandomLives.Print);

    [Fact]
    public void Undone_closing_leaves_no_trace_in_the_figures()
    {
        var story = A.CompanyProject.InFollowUp.Gives(new Close(Outcome.Won("PR-1", 4200.50m), OnWordOf: WordOf.Client), Who.Camille);
        var undone = story.Gives(new Undo(), Who.Camille);
        var day = undone.Policy.Calendar.DateOf(undone.Now);

        var closed = BoardFigures.Compute(Sum(BoardFacts.Create(story.Timeline, story.Policy)), new BoardPeriod(day, day));
        var open = BoardFigures.Compute(Sum(BoardFacts.Create(undone.Timeline, undone.Policy)), new BoardPeriod(day, day));

        Assert.Equal((1, 1, 4200.50m), (closed.Won, closed.WonWithAmount, closed.WonAmount));
        Assert.Equal((0, 0, 0m), (open.Won, open.WonWithAmount, open.WonAmount));
    }

    [Fact]
    public void Project_of_an_earlier_version_has_no_facts_until_its_timeline_is_folded_again()
    {
        var story = A.CompanyProject.InFollowUp;
        var closed = story.Gives(new Close(Outcome.Dead(DeathReason.Abandoned)), Who.Camille);

        Assert.Empty(BoardFacts.Create(story.Project with { Figures = null }, closed.Last.Events, closed.Policy));
        Assert.NotEmpty(BoardFacts.Create(story.Project, closed.Last.Events, closed.Policy));
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.9, 9)]
    [InlineData(1, 9)]
    public void Quantile_is_the_least_value_that_the_share_does_not_exceed(double share, long expected) =>
        Assert.Equal(expected, BoardFigures.FindQuantile([(9, 2), (1, 3), (2, 2), (2, 1), (5, 0)], share));

    static void AssertSame(List<Story> stories, List<BoardFact> facts, BoardPeriod period)
    {
        var naive = new NaiveBoard(period);
        foreach (var story in stories) naive.Read(story.Timeline, story.Project);
        var sums = Sum(facts);

        Assert.Equal(Print(naive.Count()), Print(BoardFigures.Compute(sums, period)));
        Assert.Equal(
            naive.CountOpen(LastDay).Select(o => (o.Phase, o.Count)), BoardFigures.ComputeOpen(sums, LastDay).Select(o => (o.Phase, o.Count)));
        Assert.Equal(Print(naive.CountWaiting()), Print(BoardFigures.ComputeWaiting(sums)));
    }

    static List<BoardSum> Sum(IEnumerable<BoardFact> facts) =>
        [.. facts.GroupBy(fact => fact.Cell).Select(same => new BoardSum(same.Key, same.Sum(fact => fact.Count), same.Sum(fact => fact.Cents)))];

    static string Print<T>(T figures) => JsonSerializer.Serialize(figures, StoredJson.Options);

    static readonly Comparer<BoardFact> Comparer = Comparer<BoardFact>.Create((a, b) => string.CompareOrdinal(Print(a), Print(b)));
}
