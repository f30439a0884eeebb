using System.CommandLine;
using System.Text;
using FollowUp.Application.Persons;
using FollowUp.Application.Projects;
using FollowUp.Local.Demo;
using FollowUp.Local.Hosting;
using FollowUp.Local.ImportExport;
using FollowUp.Local.Scheduling;
using FollowUp.Storage.Shared;
using FollowUp.Web.Api;
using FollowUp.Web.Api.Projects;
using FollowUp.Web.Api.ProviderFeeds;

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
        var dryRun = new Option<bool>("--dry-run") { Description = $"Stores nothing; prints the first {ImportPreview.MaxItems} projects as they would be read." };
        var restore = new Option<bool>("--restore") { Description = "Brings the ends, opt-outs and erasures of an export back as they were." };
        var providers = new Option<bool>("--providers")
        {
            Description = "The file is a CSV of providers: id, name, email, language, and optionally privilegeUntil.",
        };
        var command = new System.CommandLine.Command("import", "Imports projects from a file, and reports each one that is refused.")
        {
            file, data, dryRun, restore, providers,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var mode = (parsed.GetValue(dryRun), parsed.GetValue(restore)) switch
            {
                (true, true) => throw new BadArgumentException("--dry-run: does not go with --restore."),
                (true, _) => ImportMode.DryRun,
                (_, true) => ImportMode.Restore,
                _ => ImportMode.Submit,
            };
            if (parsed.GetValue(providers))
            {
                return mode == ImportMode.Submit
                    ? await ImportProviders(
                        ProviderImport.Read(parsed.GetValue(file) ?? throw new BadArgumentException("FILE: name the file to import.")),
                        FollowUpCommand.GetOrCreateInstallation(parsed, data), cancellation)
                    : throw new BadArgumentException("--providers: does not go with --dry-run or --restore.");
            }

            var imported = ImportFile.Read(
                parsed.GetValue(file) ?? throw new BadArgumentException("FILE: name the file to import."));
            if (mode == ImportMode.DryRun || imported.EncodingName != Encoding.UTF8.WebName)
            {
                await Console.Error.WriteLineAsync($"The file is read as {imported.EncodingName}.");
            }

            using var store = await OpenStore(FollowUpCommand.GetOrCreateInstallation(parsed, data), mode);
            return await Run(imported.Items, store, mode, cancellation);
        });
        return command;
    }

    static async Task<int> Run(IReadOnlyList<ImportItem> items, IStore store, ImportMode mode, CancellationToken cancellation)
    {
        var calendar = (await store.Department.Read(cancellation)).Settings.CreateCalendar();
        var time = await HostClock.ReadOf(store.Settings);
        var reader = new SubmissionReader(time, calendar);
        if (mode == ImportMode.DryRun)
        {
            foreach (var line in items.Take(ImportPreview.MaxItems).SelectMany(new ImportPreview(reader).Describe))
            {
                Console.WriteLine(line);
            }
        }

        var commands = new ProjectCommands(
            store.Projects, new PersonLoader(store.Persons, store.Projects, store.Index), store.Audit, new PolicyLoader(store.Directory, calendar),
            new CoordinatorSelector(store.Directory, store.Index, calendar), new ProjectSignal(), time,
            AnchorSetup.ReadKeys(AnchorSetup.ReadEnvironment()));
        var import = new SubmissionImport(commands, store.Projects, reader, mode);
        if (mode != ImportMode.DryRun)
        {
            await CommandLineAudit.Write(store, mode == ImportMode.Restore ? "import-and-restore-projects" : "import-projects");
        }

        var counts = await import.Run(items, line => Console.Error.WriteLineAsync(line), cancellation);
        await Console.Error.WriteLineAsync(mode == ImportMode.DryRun
            ? $"Nothing is stored: {counts.Created} would be taken, {counts.Existing} known already, {counts.Rejected} refused."
            : $"{counts.Created} taken, {counts.Existing} known already, {counts.Rejected} refused.");
        return counts.Rejected == 0 ? 0 : 1;
    }

    static async Task<int> ImportProviders(CsvTable table, Installation installation, CancellationToken cancellation)
    {
        using var store = await OpenStore(installation, ImportMode.Submit);
        await CommandLineAudit.Write(store, "import-providers");
        using var services = new ServiceCollection().AddSingleton(await HostClock.ReadOf(store.Settings)).AddStore(store).AddFollowUpApi().BuildServiceProvider();
        var (taken, refused) = await ProviderImport.Run(
            table, store.Directory, ActivatorUtilities.CreateInstance<ProviderReader>(services), line => Console.Error.WriteLineAsync(line), cancellation);
        await Console.Error.WriteLineAsync($"{taken} taken, {refused} refused.");
        return refused == 0 ? 0 : 1;
    }

    /// <summary>Projects may be imported into a demo too, but not while its sample data are incomplete: they are removed then.</summary>
    static async Task<IStore> OpenStore(Installation installation, ImportMode mode)
    {
        var store = await installation.OpenStore();
        if (mode != ImportMode.DryRun)
        {
            await StoreKindSetting.Mark(store.Settings, StoreKind.Real);
        }

        if (!await DemoStartup.IsIncomplete(store.Settings))
        {
            return store;
        }

        store.Dispose();
        throw new BadArgumentException(
            $"{installation.CommandLineOption}: the sample data of this demo are incomplete. Start the demo once, or name another folder.");
    }
}
