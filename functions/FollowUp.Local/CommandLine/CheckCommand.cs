using System.CommandLine;
using FollowUp.Local.Checks;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary><c>check</c>: tries what the installation needs, and says what to mend. It exits with 1 when something must be mended.</summary>
static class CheckCommand
{
    public static Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("check", "Tries store, keys, clock, mail server, reply domain and webhook target, and says what to mend.") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var installation = FollowUpCommand.GetExistingInstallation(parsed, data);
            var results = new List<CheckResult>(installation.Folder is { } folder ? FolderCheck.Run(folder) : []);

            // A database that is damaged, or that others may read, is not opened as a store; its line says what to do.
            if (!results.Exists(result => result is { Area: FolderCheck.Store or FolderCheck.Permissions, State: CheckState.Mend }))
            {
                using var store = await installation.OpenStore();
                var time = await HostClock.ReadOf(store.Settings);
                await using var services = await CommandServices.Build(store, time, cancellation);
                results.AddRange(await new InstallationCheck(store, services, time).Run(cancellation));
            }

            foreach (var result in results)
            {
                await Console.Out.WriteLineAsync($"{Name(result.State),-5} {result.Area,-12} {result.Text}");
            }

            return results.Exists(result => result.State == CheckState.Mend) ? 1 : 0;
        });
        return command;
    }

    static string Name(CheckState state) => state switch
    {
        CheckState.Ok => "ok",
        CheckState.Note => "note",
        CheckState.Mend => "MEND",
        _ => throw new System.Diagnostics.UnreachableException($"No name for {state}."),
    };
}
