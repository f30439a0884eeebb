using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Simulation.Parameters;
using FollowUp.Simulation.Reports;
using NodaTime;

namespace FollowUp.Simulation.Tests;

/// <summary>Changes of cadence and staff move the figures as people of the trade expect.</summary>
public class CadenceTests(ITestOutputHelper output)
{
    static readonly Lazy<SimulationReport> Base = new(() => SimulationReport.Create(Requests.Department));

    [Fact]
    public void The_default_department_is_plausible()
    {
        var report = Base.Value;
        foreach (var line in report.Lines) output.WriteLine($"{line.Metric.Name,-28} {line.Band.Low,10:0.####} {line.Band.Median,10:0.####} {line.Band.High,10:0.####}");

        Assert.InRange(report["won-after-a-year"].Band.Median!.Value, 0.29, 0.37);
        Assert.InRange(report["first-call-median"].Band.Median!.Value, 0, 60);
        Assert.InRange(report["reached-at-first-call"].Band.Median!.Value, 0.4, 0.6);
        Assert.InRange(report["reached-by-sixth-call"].Band.Median!.Value, 0.9, 1);
        Assert.InRange(report["phone-load"].Band.Median!.Value, 0.25, 0.95);
    }

    [Fact]
    public void The_same_cadence_changes_nothing()
    {
        var report = SimulationReport.Create(Requests.Small, Requests.Small, cancellation: TestContext.Current.CancellationToken);

        Assert.All(report.Lines, line => Assert.True(line.Difference!.Value.Verdict is Verdict.Same || line.Difference.Value.Mean is null, line.Metric.Name));
    }

    [Fact]
    public void Doubled_delays_send_fewer_mails_and_leave_validation_as_it_is()
    {
        var slower = Requests.Department with
        {
            Cadence = DefaultCadence.Initial.WithRelaunches(r => r with { Delays = [.. r.Delays.Select(d => d * 2)], ThenEvery = r.ThenEvery * 2 }),
        };

        var report = SimulationReport.Create(Requests.Department, slower, cancellation: TestContext.Current.CancellationToken);

        IsOutsideTheBands(report, "client-mails-a-project", Verdict.Lower);
        Assert.Equal(0, report["validated"].Difference!.Value.Mean!.Value, 0.01);
    }

    [Fact]
    public void Calls_late_in_the_morning_only_reach_fewer_clients()
    {
        var cadence = DefaultCadence.Initial;
        var late = cadence with { Version = 2, Company = LateInTheMorning(cadence.Company), Person = LateInTheMorning(cadence.Person) };

        var report = SimulationReport.Create(Requests.Department, Requests.Department with { Cadence = late }, cancellation: TestContext.Current.CancellationToken);

        IsOutsideTheBands(report, "conversations", Verdict.Lower);
    }

    [Fact]
    public void Half_the_staff_calls_later_and_reaches_fewer_clients()
    {
        var people = DefaultPeople.Parameters;
        var half = people with { Coordinators = people.Coordinators with { NewProjectsAMonth = people.Coordinators.NewProjectsAMonth * 2 } };

        var report = SimulationReport.Create(Requests.Department, Requests.Department with { People = half }, cancellation: TestContext.Current.CancellationToken);

        IsOutsideTheBands(report, "late-calls", Verdict.Higher);
        IsOutsideTheBands(report, "phone-load", Verdict.Higher);
        IsOutsideTheBands(report, "conversations", Verdict.Lower);
    }

    static CadenceTable LateInTheMorning(CadenceTable table) => table with
    {
        Calls = OpeningHours.MondayToFriday(new DailyWindow(new LocalTime(11, 0), new LocalTime(12, 30))),
    };

    static void IsOutsideTheBands(SimulationReport report, string metric, Verdict expected)
    {
        var (line, text) = (report[metric], $"{metric}: {report[metric].Band} against {report[metric].Against}");
        Assert.True(line.Difference!.Value.Verdict == expected, text);
        Assert.True(expected == Verdict.Higher ? line.Against!.Value.Low > line.Band.High : line.Against!.Value.High < line.Band.Low, text);
    }
}
