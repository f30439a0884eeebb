using BenchmarkDotNet.Attributes;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Benchmarks;

/// <summary>Decisions of the domain on one core, without a store or a clock.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);
    static readonly Actor Camille = new(Role.Coordinator, "camille@demo.example");

    Project awaiting = null!;
    Project followed = null!;
    Project closed = null!;

    [GlobalSetup]
    public void Setup()
    {
        awaiting = Decide(null, new Submit(
            "P-1", "C-1", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.Budget, null, Monday, Camille.Id),
            Actor.Website);
        followed = Decide(awaiting, new RecordCall(CallOutcome.Serious, Monday), Camille);
        closed = Decide(followed, new Close(Outcome.Dead(DeathReason.Abandoned)), Camille);
    }

    [Benchmark(Description = "a missed call: event, mail, next attempt planned")]
    public Decision MissedCall() =>
        Decider.Decide(awaiting, new RecordCall(CallOutcome.NoAnswer, Monday), Camille, Policy.Default, Monday);

    [Benchmark(Description = "a client's answer: the cadence starts again")]
    public Decision ClientAnswers() =>
        Decider.Decide(followed, new AnswerRelaunch(ClientAnswer.StillLooking), Actor.Client("C-1"), Policy.Default, Monday);

    [Benchmark(Description = "a provider's action: no new plan")]
    public Decision ProviderActs() =>
        Decider.Decide(followed, new ReportProviderAction("PR-1", ProviderActionKind.Quote, Monday), Actor.Website, Policy.Default, Monday);

    [Benchmark(Description = "refused: closed project")]
    public Decision Refused() =>
        Decider.Decide(closed, new RecordCall(CallOutcome.NoAnswer, Monday), Camille, Policy.Default, Monday);

    [Benchmark(Description = "nothing due")]
    public Decision NothingDue() => Decider.Decide(followed, new AdvanceTime(), Actor.Time, Policy.Default, Monday);

    static Project Decide(Project? project, Command command, Actor actor) =>
        Decider.Decide(project, command, actor, Policy.Default, Monday).After!;
}
