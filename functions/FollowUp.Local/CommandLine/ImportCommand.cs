using System.CommandLine;
using FollowUp.Application.Projects;
using FollowUp.Local.Demo;
using FollowUp.Local.Hosting;
using FollowUp.Local.ImportExport;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api.Projects;

namespace FollowUp.Local.CommandLine;

/// <summary><c>import</c>: submits projects from a file. A submission that is refused is reported, and the others are imported.</summary>
static class ImportCommand
{
    public static System.CommandLine.Command Build()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A CSV or JSON file, such as an export.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var data = FollowUpCommand.CreateDataOption();
        var command = new System.CommandLine.Command("import", "Imports projects from a file, and reports each one that is refused.")
        {
            file, data,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var submissions = ImportFile.Read(
                parsed.GetValue(file) ?? throw new BadArgumentException("FILE: name the file to import."));
            using var store = await OpenStore(FollowUpCommand.GetOrCreateInstallation(parsed, data));
            var counts = await (await CreateImport(store)).Run(submissions, line => Console.Error.WriteLineAsync(line), cancellation);
            await Console.Error.WriteLineAsync($"{counts.Created} taken, {counts.Existing} known already, {counts.Rejected} refused.");
            return counts.Rejected == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Projects may be imported into a demo too, but not while its sample data are incomplete: they are removed then.</summary>
    static async Task<IStore> OpenStore(Installation installation)
    {
        var store = await installation.OpenStore();
        await StoreKindSetting.Mark(store.Settings, StoreKind.Real);
        if (!await DemoStartup.IsIncomplete(store.Settings))
        {
            return store;
        }

        store.Dispose();
        throw new BadArgumentException(
            $"{installation.CommandLineOption}: the sample data of this demo are incomplete. Start the demo once, or name another folder.");
    }

    static async Task<SubmissionImport> CreateImport(IStore store)
    {
        var calendar = (await store.Department.Read()).Settings.CreateCalendar();
        var time = await DemoClock.LoadSaved(store.Settings) ?? HostClock.Read();
        var commands = new ProjectCommands(
            store.Projects, store.Audit, new PolicyLoader(store.Directory, calendar), new CoordinatorSelector(store.Directory, store.Index, calendar),
            new ProjectSignal(), time);
        return new SubmissionImport(commands, new SubmissionReader(time, calendar));
    }
}
