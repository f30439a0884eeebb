using System.Diagnostics;
using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>A person with two projects: caps, quiet days, objections and consents hold over both, under every order of commands.</summary>
[Collection(nameof(RunsAlone))]
public class TwoProjectModelTests(ITestOutputHelper output)
{
    static readonly bool IsQuick = Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1";

    static readonly bool IsRelease = Environment.GetEnvironmentVariable("FOLLOWUP_RELEASE") == "1";

    public static TheoryData<string> Names => [.. TwoProjectMutants.All.Select(m => m.Name)];

    [Fact]
    public void Rules_of_contact_hold_over_both_projects_under_every_order()
    {
        var clock = Stopwatch.StartNew();
        var depth = int.TryParse(Environment.GetEnvironmentVariable("FOLLOWUP_DEPTH"), out var wanted) ? wanted : IsQuick ? 2 : IsRelease ? 5 : 3;
        var explored = new TwoProjectExplorer(PersonRulesUnderTest.Production, depth).Run();
        Measurements.Report(
            output, $"Two projects: {explored.States:N0} states, {explored.Transitions:N0} transitions, up to {depth} commands in every order, in {clock.Elapsed.TotalSeconds:F1} s");
        Assert.True(explored.Violations.Count == 0, string.Join("\n", explored.Violations.Select(v => $"{v.Key}: {v.Value}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutant_is_caught_by_its_invariant(string name)
    {
        Assert.SkipWhen(IsQuick, "Not in a quick run.");
        var mutant = TwoProjectMutants.All.Single(m => m.Name == name);
        var explored = new TwoProjectExplorer(mutant.Rules, depth: 4, mutant.Begin, stopAt: mutant.Invariant).Run();
        Assert.True(explored.Violations.ContainsKey(mutant.Invariant), $"{name} was not caught by \"{mutant.Invariant}\", but by: {string.Join("; ", explored.Violations.Keys)}");
    }

    [Fact]
    public void Each_mutant_is_listed_in_the_reliability_document_with_its_invariant()
    {
        var page = File.ReadAllText(Repository.File("docs/reliability.md"));
        Assert.All(TwoProjectMutants.All, m => Assert.Contains($"| {m.Name} | {m.Invariant} |", page, StringComparison.Ordinal));
    }
}
