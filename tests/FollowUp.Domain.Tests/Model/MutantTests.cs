using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>Each deliberate break of the rules is caught by the invariant that stands for it.</summary>
public class MutantTests
{
    public static TheoryData<string> Names => [.. Mutants.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mutant_is_caught_by_its_invariant(string name)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1", "Not in a quick run.");
        var mutant = Mutants.All.Single(b => b.Name == name);
        var explored = new Explorer(mutant.Rules, InitialStates.GetByName(mutant.InitialState), new Invariants(), stopAt: mutant.Invariant).Run();
        Assert.True(explored.Violations.ContainsKey(mutant.Invariant), $"{name} was not caught by \"{mutant.Invariant}\", but by: {string.Join("; ", explored.Violations.Keys)}");
    }

    [Fact]
    public void Each_mutant_is_listed_in_the_reliability_document_with_its_invariant()
    {
        var page = File.ReadAllText(Repository.File("docs/reliability.md"));
        Assert.All(Mutants.All, b => Assert.Contains($"| {b.Name} | {b.Invariant} |", page, StringComparison.Ordinal));
    }
}
