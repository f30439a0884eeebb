using System.CommandLine;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Local.Demo;
using FollowUp.Local.Hosting;
using FollowUp.Local.ImportExport;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api.Projects;

namespace FollowUp.Local.CommandLine;

/// <summary><c>import</c>: submissions from a file. A line that is refused is reported and holds up no other.</summary>
static class ImportCommand
{
    public static System.CommandLine.Command Build()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "CSV or JSON; an export of either form can be imported.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = FollowUpCommand.CreateDataOption();
        var command = new System.CommandLine.Command("import", "Takes projects from a file, and reports each line that is refused.")
        {
            file, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var submissions = ImportFile.Read(
                parsed.GetValue(file) ?? throw new BadArgumentException("FILE: name the file to import."));
            using var store = await FollowUpCommand.GetOrCreateInstallation(parsed, data).OpenStore();
            var tally = await (await CreateImport(store)).Run(submissions, line => Console.Error.WriteLineAsync(line), cancellation);
            await Console.Error.WriteLineAsync($"{tally.Created} taken, {tally.Existing} known already, {tally.Rejected} refused.");
            return tally.Rejected == 0 ? 0 : 1;
        });
        return command;
    }

    static async Task<SubmissionImport> CreateImport(IStore store)
    {
        var calendar = WorkingCalendar.France;
        var time = await DemoClock.LoadSaved(store.Settings) ?? HostClock.Read();
        var desk = new ProjectCommands(
            store.Projects, store.Audit, new PolicyLoader(store.Directory, calendar), new CoordinatorSelector(store.Directory, store.Index, calendar),
            new ProjectSignal(), time);
        return new SubmissionImport(desk, new SubmissionReader(time, calendar));
    }
}
