using FollowUp.Domain.Tests.Given;

namespace FollowUp.Domain.Tests.Model;

/// <summary>The model check has teeth: each deliberate break of the path is caught, and by the law that is there for it.</summary>
public class MutantTests
{
    public static TheoryData<string> Names => [.. Mutants.All.Select(b => b.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deliberate_break_is_caught(string name)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1", "Not in a quick run.");
        var broken = Mutants.All.Single(b => b.Name == name);
        var explored = new Explorer(broken.Rules, InitialStates.GetByName(broken.InitialState), new Invariants(), stopAt: broken.Invariant).Run();
        Assert.True(explored.Violations.ContainsKey(broken.Invariant), $"{name} was not caught by \"{broken.Invariant}\", but by: {string.Join("; ", explored.Violations.Keys)}");
    }

    [Fact]
    public void Each_is_listed_in_the_document_on_reliability_with_the_check_that_caught_it()
    {
        var page = File.ReadAllText(Repository.File("docs/reliability.md"));
        Assert.All(Mutants.All, b => Assert.Contains($"| {b.Name} | {b.Invariant} |", page, StringComparison.Ordinal));
    }
}
