using FollowUp.Domain.Cadences;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects.Events;
using FollowUp.Simulation.Department;
using FollowUp.Simulation.Fitting;
using FollowUp.Simulation.Parameters;

namespace FollowUp.Simulation.Tests;

/// <summary>Fitting finds the parameters that made a history.</summary>
public class FitTests(ITestOutputHelper output)
{
    [Fact]
    public void Fitting_a_simulated_history_finds_its_parameters_within_the_intervals()
    {
        var people = DefaultPeople.Parameters with
        {
            Clients = DefaultPeople.Parameters.Clients with { CompanyShare = 0.4, SeriousShare = 0.7 },
            Mail = DefaultPeople.Parameters.Mail with { RelaunchAnswers = [0.3, 0.22, 0.2, 0.15, 0.1] },
            Phone = DefaultPeople.Parameters.Phone with { ByWeekday = [0.7, 0.9, 1.1, 1.2, 1.1, 0.8, 0.6] },
        };

        var fit = Fit(people, projects: 12_000);

        foreach (var e in fit.Estimates.Where(e => e.Sample > 0)) output.WriteLine($"{e.Path,-34} {e.Value:0.####} ({e.Low:0.####} to {e.High:0.####}) of {e.Sample}");
        Assert.Equal(12_000, fit.Projects);
        (string Path, double Value)[] truth =
        [
            ("clients.companyShare", 0.4), ("clients.seriousShare", 0.7), ("clients.callConsentShare", people.Clients.CallConsentShare),
            ("clients.laterConsentShare", people.Clients.LaterConsentShare), ("clients.informationMissingShare", people.Clients.InformationMissingShare),
            ("mail.relaunchAnswers[0]", 0.3), ("mail.relaunchAnswers[1]", 0.22),
            ("phone.callBackShare", people.Phone.CallBackShare), ("phone.doNotCallShare", people.Phone.DoNotCallShare),
            ("phone.byHour[9]", people.Phone.ByHour[9]), ("phone.byHour[11]", people.Phone.ByHour[11]), ("phone.byHour[15]", people.Phone.ByHour[15]),
            ("phone.byHour[16]", people.Phone.ByHour[16]), ("phone.byWeekday[0]", 0.7), ("phone.byWeekday[2]", 1.1), ("phone.byWeekday[4]", 1.1),
        ];
        var found = truth.Select(t => (t.Path, t.Value, Estimate: fit.Estimates.Single(e => e.Path == t.Path))).ToArray();

        // An interval of 95 % misses one value in twenty. None is off by more than twice the half of its interval.
        Assert.All(found, f => Assert.True(
            Math.Abs(f.Estimate.Value - f.Value) <= f.Estimate.High - f.Estimate.Low && !f.Estimate.IsTooFew, $"{f.Path}: {f.Value} is far from {f.Estimate}"));
        Assert.InRange(found.Count(f => f.Estimate.Low <= f.Value && f.Value <= f.Estimate.High), 13, found.Length);
        Assert.Empty(PeopleDocument.Validate(fit.Parameters));
        Assert.Equal(fit.Estimates.Single(e => e.Path == "clients.seriousShare").Value, fit.Parameters.Clients.SeriousShare, 0.0001);
        Assert.StartsWith("fitted:", fit.Parameters.Sources["clients.seriousShare"], StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_projects_keep_the_defaults_and_warn()
    {
        var fit = Fit(DefaultPeople.Parameters, projects: 12);

        Assert.All(fit.Estimates, e => Assert.True(e.IsTooFew));
        Assert.Equal(DefaultPeople.Parameters.Clients, fit.Parameters.Clients);
        Assert.Equal(DefaultPeople.Parameters.Arrivals, fit.Parameters.Arrivals);
    }

    [Fact]
    public void A_history_without_projects_keeps_the_defaults() =>
        Assert.Equal(PeopleDocument.Format(DefaultPeople.Parameters), PeopleDocument.Format(new HistoryFitter(DefaultPeople.Parameters, DefaultCadence.Initial, WorkingCalendar.France).Fit().Parameters));

    static HistoryFit Fit(PeopleParameters people, int projects)
    {
        var history = new Recorder();
        var request = Requests.Department with { Projects = projects, Months = 12, Runs = 1, Threads = 1, People = people, Observer = () => history };
        Simulator.Run(request);
        var fitter = new HistoryFitter(DefaultPeople.Parameters, DefaultCadence.Initial, WorkingCalendar.France);
        var end = WorkingCalendar.France.At(request.From.PlusMonths(request.Months), NodaTime.LocalTime.Midnight);
        foreach (var timeline in history.Timelines.Values) fitter.Add(timeline, end);
        return fitter.Fit();
    }

    sealed class Recorder : ICommandObserver
    {
        public Dictionary<string, List<RecordedEvent>> Timelines { get; } = [];

        public void OnDecided(in DecidedCommand d)
        {
            if (d.Decision.After is not { } after || d.Decision.Events.IsEmpty) return;
            if (!Timelines.TryGetValue(after.Id, out var timeline)) timeline = Timelines[after.Id] = [];
            timeline.AddRange(d.Decision.Events);
        }
    }
}
