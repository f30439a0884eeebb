using System.Diagnostics;
using FollowUp.Benchmarks.Floors;
using FollowUp.Benchmarks.Hosts;
using FollowUp.Benchmarks.Reports;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Benchmarks.Rows;

/// <summary>Decisions of the domain by kind, on one core, with what each allocates. <c>decisions</c> measures the same by BenchmarkDotNet.</summary>
static class DecisionRows
{
    const int Decisions = 200_000;
    static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 9, 0);

    public static IEnumerable<Figure> Measure()
    {
        var floor = BareDecider.Measure() / 1000;
        var awaiting = Decide(null, new Submit(
            "P-1", "C-1", ClientType.Company, Language.French, "site-web", MayCall: true, Evidence.Budget, null, Monday, Department.Camille.Id), Actor.Website).After!;
        var followed = Decide(awaiting, new RecordCall(CallOutcome.Serious, Monday), Department.Camille).After!;
        var closed = Decide(followed, new Close(Outcome.Dead(DeathReason.Abandoned)), Department.Camille).After!;
        return
        [
            .. Measure("a missed call decided", 0.8, floor, () => Decide(awaiting, new RecordCall(CallOutcome.NoAnswer, Monday), Department.Camille)),
            .. Measure("a client's answer decided", 0.3, floor, () => Decide(followed, new AnswerRelaunch(ClientAnswer.StillLooking), Actor.Client("C-1"))),
            .. Measure("a provider's action decided", null, floor, () => Decide(followed, new ReportProviderAction("PR-1", ProviderActionKind.Quote, Monday), Actor.Website)),
            .. Measure("a command refused", 0.1, floor, () => Decide(closed, new RecordCall(CallOutcome.NoAnswer, Monday), Department.Camille)),
            .. Measure("nothing due", 0.1, floor, () => Decide(followed, new AdvanceTime(), Actor.Time)),
        ];
    }

    static IEnumerable<Figure> Measure(string name, double? goal, double floor, Func<Decision> decide)
    {
        for (var i = 0; i < Decisions / 4; i++) decide();
        var (allocated, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        for (var i = 0; i < Decisions; i++) decide();
        yield return new Figure(name, watch.Elapsed.TotalMicroseconds / Decisions, "µs", floor, goal is { } limit ? Goal.AtMost(limit, "µs") : null);
        yield return new Figure($"{name}: allocated", (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Decisions, "B");
    }

    static Decision Decide(Project? project, Command command, Actor actor) => Decider.Decide(project, command, actor, Policy.Default, Monday);
}
