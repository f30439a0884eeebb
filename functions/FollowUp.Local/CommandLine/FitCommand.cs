using System.Globalization;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Projects.Events;
using FollowUp.Local.Hosting;
using FollowUp.Simulation.Fitting;
using FollowUp.Simulation.Parameters;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary><c>fit</c>: estimates what <c>simulate</c> assumes of people from the projects of a store.</summary>
static class FitCommand
{
    public static System.CommandLine.Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var command = new System.CommandLine.Command("fit", "Prints the parameters of people for simulate --people, estimated from the store's own history.") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var calendar = (await store.Department.Read(cancellation)).Settings.CreateCalendar();
            var fitter = new HistoryFitter(DefaultPeople.Parameters, DefaultCadence.Initial, calendar);
            var end = (await HostClock.ReadOf(store.Settings)).GetCurrentInstant();
            await foreach (var id in store.Projects.ListProjectIds(cancellation))
            {
                var timeline = new List<RecordedEvent>();
                await foreach (var entry in store.Projects.ReadTimeline(id, cancellation)) timeline.Add(TimelineJson.Read(entry.Json));
                fitter.Add(timeline, end);
            }

            var fit = fitter.Fit();
            await WriteEstimates(fit);
            Console.WriteLine(PeopleDocument.Format(fit.Parameters));
            return 0;
        });
        return command;
    }

    static async Task WriteEstimates(HistoryFit fit)
    {
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{fit.Projects:#,0} projects. Estimate, 95 % interval, observations:"));
        foreach (var e in fit.Estimates.Where(e => e.Sample > 0))
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  {e.Path,-34} {e.Value,8:0.####}  {e.Low:0.####} to {e.High:0.####}  {e.Sample:#,0} {e.Of}{(!e.IsUsed ? "  too few: the default is kept" : e.IsTooFew ? "  few: do not decide by it" : "")}"));
        }

        if (fit.Estimates.Any(e => e.IsTooFew))
        {
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"WARNING: values of fewer than {Estimate.Enough} observations are too uncertain to decide by; below {Estimate.Fewest} the default is kept."));
        }
    }
}
