using System.CommandLine;
using FollowUp.Local.Hosting;
using FollowUp.Local.Recovery;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary><c>backup</c>: writes everything in a data folder to one file, while the folder is served.</summary>
static class BackupCommand
{
    public static Command Build()
    {
        var file = new Argument<string?>("FILE") { Description = "The file to write, outside the data folder.", Arity = ArgumentArity.ZeroOrOne };
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("backup", "Writes a backup of a data folder to one file, also while it is served.") { file, data };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(file) is { Length: > 0 } named ? named : throw new BadArgumentException("FILE: name the file to write.");
            var folder = FollowUpCommand.GetExistingFolder(parsed, data, "backup");

            // The oldest instant that is in it, so that nothing after it is taken for being in it.
            BackupFile.Write(folder, path, HostClock.Read().GetCurrentInstant());
            await Console.Error.WriteLineAsync($"{path} holds all data of {folder.Path}, personal data and keys included. Keep it as safe as the folder.");
            return 0;
        });
        return command;
    }
}
