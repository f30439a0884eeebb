using CsCheck;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Tests.Model;
using FollowUp.Domain.Tests.Properties;

namespace FollowUp.Domain.Tests.Cadences;

/// <summary>Every invariant holds under every cadence that the validator accepts.</summary>
public class AnyCadenceTests(ITestOutputHelper output)
{
    static readonly Invariants Invariants = new();

    /// <summary>Two in a test run: each is a model check of several thousand states.</summary>
    static readonly long Cadences = Math.Max(2, RandomLives.Cases / 50_000);

    /// <summary>A person has six times the states of a company; in a test run the shortest cadence is checked for one.</summary>
    static readonly Gen<ClientType> Types =
        Environment.GetEnvironmentVariable("FOLLOWUP_RELEASE") == "1" ? Gen.Enum<ClientType>() : Gen.Const(ClientType.Company);

    [Fact]
    public void Valid_cadence_survives_its_document() => Check.Sample(ValidCadences.Any, cadence =>
    {
        var written = CadenceDocument.Format(cadence);
        var reading = CadenceDocument.Parse(written);
        return reading.Problems.IsEmpty && CadenceDocument.Format(reading.Cadence!) == written;
    }, iter: RandomLives.Cases / 50, print: CadenceDocument.Format);

    [Fact]
    public void Any_life_under_any_valid_cadence_keeps_every_invariant() => Check.Sample(
        Gen.Select(ValidCadences.Any, RandomLives.Plans),
        t =>
        {
            var problems = CadenceDocument.Validate(t.Item1);
            if (!problems.IsEmpty) throw new InvalidOperationException(problems[0].ToString());
            RandomLives.CheckLife(t.Item2, Invariants, Under(t.Item1));
        },
        iter: RandomLives.Cases / 10, print: t => $"{RandomLives.Print(t.Item2)} under {CadenceDocument.Format(t.Item1)}");

    [Theory]
    [InlineData(ClientType.Company)]
    [InlineData(ClientType.Person)]
    public void The_model_check_holds_for_the_shortest_cadence(ClientType type)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1", "Not in a quick run.");
        var life = new Life(type, MayCall: true, A.Monday, Under(ValidCadences.Shortest));
        var explored = new Explorer(RulesUnderTest.Production, new InitialState($"shortest, {type}", life.AwaitingValidation), Invariants).Run();
        Assert.True(explored.Violations.IsEmpty, string.Join("\n", explored.Violations));
    }

    /// <summary>The whole model check: won and dead must be reachable from every state.</summary>
    [Fact]
    public void The_model_check_holds_for_generated_cadences()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("FOLLOWUP_QUICK") == "1", "Not in a quick run.");
        var states = 0L;
        Check.Sample(
            Gen.Select(ValidCadences.Any, Types),
            t =>
            {
                var life = new Life(t.Item2, MayCall: true, A.Monday, Under(t.Item1));
                var explored = new Explorer(RulesUnderTest.Production, new InitialState("generated", life.AwaitingValidation), Invariants).Run();
                Interlocked.Add(ref states, explored.States);
                if (!explored.Violations.IsEmpty) throw new InvalidOperationException(string.Join("\n", explored.Violations));
            },
            iter: Cadences, print: t => $"{t.Item2} under {CadenceDocument.Format(t.Item1)}");
        Measurements.Report(output, $"Model check of {Cadences:N0} generated cadences: {states:N0} states");
    }

    static Policy Under(FollowUp.Domain.Cadences.Cadence cadence) => Policy.Default with { Cadences = Policy.Default.Cadences.SetItem(1, cadence), Current = 1 };
}
