using System.Diagnostics;
using CsCheck;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Properties;

/// <summary>What holds for any life. A failing case prints its seed, which CsCheck_Seed runs again.</summary>
public class PathPropertyTests(ITestOutputHelper output)
{
    static readonly Invariants Invariants = new();

    /// <summary>One case is one life of up to fourteen commands.</summary>
    [Fact]
    public void Every_life_keeps_every_invariant_accepts_every_repeat_and_is_the_fold_of_its_timeline()
    {
        var clock = Stopwatch.StartNew();
        Check.Sample(RandomLives.Plans, plan => RandomLives.CheckLife(plan, Invariants), iter: RandomLives.Cases, print: RandomLives.Print);
        Measurements.Report(output, $"Properties: {RandomLives.Cases:N0} lives in {clock.Elapsed.TotalSeconds:F1} s");
    }

    /// <summary>What one of these commands writes, the others neither read nor write: both orders give the same state.</summary>
    [Fact]
    public void Commands_that_are_independent_commute() => Check.Sample(
        Gen.Select(RandomLives.Plans, Gen.Int[0, IndependentCommands.Length - 1], Gen.Int[0, IndependentCommands.Length - 1]),
        t =>
        {
            var story = RandomLives.Live(t.Item1.Kind, t.Item1.Start, t.Item1.Steps);
            var (one, other) = (IndependentCommands[t.Item2], IndependentCommands[t.Item3]);
            if (t.Item2 == t.Item3 || !story.Project.IsOpen) return true;
            return Comparable(ApplyBoth(story, one, other)).IsSameAs(Comparable(ApplyBoth(story, other, one)));
        },
        iter: RandomLives.Cases / 10, print: t => RandomLives.Print(t.Item1));

    /// <summary>Without commands each wake time is later than the one before.</summary>
    [Fact]
    public void Project_without_commands_comes_to_rest() => Check.Sample(RandomLives.Plans, plan =>
    {
        var story = RandomLives.Live(plan.Kind, plan.Start, plan.Steps);
        for (var looks = 0; looks < 12 && story.Project.WakeAt is { } wake; looks++)
        {
            story = story.Wakes();
            if (story.Project.WakeAt < wake) return false;
        }

        return true;
    }, iter: RandomLives.Cases / 10, print: RandomLives.Print);

    static readonly (Func<Project, Instant, Command> At, Actor By)[] IndependentCommands =
    [
        ((_, now) => new ReportProviderAction("PR-7", ProviderActionKind.Visit, now), Who.Website),
        ((_, _) => new AskQuestion("Q-7", "PR-7", new FreeText("?")), Who.Website),
        ((p, _) => new ShareFact(SharedFact.LastContact, p.WithheldFacts.Contains(SharedFact.LastContact)), Who.Nadia),
        ((_, _) => new AddNote(new FreeText("vu"), Visibility.Internal), Who.Nadia),
        ((_, _) => new OptOut(Channel.Mail), Who.Jeanne),
        ((_, _) => new OptOut(Channel.Phone), Who.Jeanne),
        ((_, _) => new Assign(Who.Yanis.Id), Who.Nadia),
    ];

    static Project ApplyBoth(Story story, (Func<Project, Instant, Command> At, Actor By) first, (Func<Project, Instant, Command> At, Actor By) second)
    {
        var after = story.Gives(first.At(story.Project, story.Now), first.By);
        return after.Gives(second.At(story.Project, story.Now), second.By).Project;
    }

    /// <summary>Without what names the order: the order of the providers, and which decision an undo takes back.</summary>
    static Project Comparable(Project p) => p with
    {
        Providers = [.. p.Providers.OrderBy(s => s.Provider, StringComparer.Ordinal)],
        UndoPoint = null,
        LastNote = null,
    };
}
