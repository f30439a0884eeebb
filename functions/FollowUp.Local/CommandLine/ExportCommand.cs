using System.CommandLine;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Local.ImportExport;

namespace FollowUp.Local.CommandLine;

/// <summary><c>export</c>: writes every project to standard output.</summary>
static class ExportCommand
{
    public static System.CommandLine.Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var format = new Option<string>("--format")
        {
            Description = "csv or json.",
            HelpName = "csv|json",
            DefaultValueFactory = _ => "json",
        };
        var command = new System.CommandLine.Command("export", "Prints every project with its personal data.")
        {
            data, format,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var chosen = parsed.GetValue(format);
            if (chosen is not ("csv" or "json"))
            {
                throw new BadArgumentException($"--format: '{chosen}' is neither csv nor json.");
            }

            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            await CommandLineAudit.Write(store, "export-projects");
            await using var output = Console.OpenStandardOutput();
            if (chosen == "csv")
            {
                await CsvExport.Write(store.Projects, output, cancellation);
            }
            else
            {
                await JsonExport.Write(
                    store.Projects, new ProjectQueries(store.Projects, store.Directory, WorkingCalendar.France), output, cancellation);
            }

            return 0;
        });
        return command;
    }
}
