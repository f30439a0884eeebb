using System.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Local.Recovery;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary><c>backup</c>: writes everything in a data folder or in tables to one file, while they are served.</summary>
static class BackupCommand
{
    public static Command Build()
    {
        var file = new Argument<string?>("FILE") { Description = "The file to write, outside the data folder.", Arity = ArgumentArity.ZeroOrOne };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("backup", "Writes a backup of a data folder or of tables to one file, also while it is served.") { file, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file) is { Length: > 0 } named ? named : throw new BadArgumentException("FILE: name the file to write.");
            var installation = FollowUpCommand.GetExistingInstallation(parsed, data);

            // The oldest instant that is in it, so that nothing after it is taken for being in it.
            var now = HostClock.Read().GetCurrentInstant();
            if (installation.Folder is { } folder)
            {
                BackupFile.Write(folder, path, now);
            }
            else
            {
                using var store = await installation.OpenTables();
                await BackupFile.Write(store, path, now, cancellation);
            }

            await Console.Error.WriteLineAsync(
                $"{path} holds all data of {installation.CommandLineOption}, personal data and keys included. Keep it as safe as the data.");
            return 0;
        });
        return command;
    }
}
