using System.CommandLine;
using FollowUp.Application.Integrity;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary><c>anchor</c>: makes an anchor and prints it, for a copy outside, by mail or on another machine.</summary>
static class AnchorCommand
{
    const string KeyName = "--anchor-key";

    public static Command Build()
    {
        var key = CreateKeyOption();
        var data = FollowUpCommand.CreateDataOption();
        var command = new Command("anchor", "Signs what the store holds now and prints the anchor, to be kept outside; verify --anchors reads it.") { key, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var keys = ReadKeys(parsed.GetValue(key));
            if (keys.IsEmpty)
            {
                throw new BadArgumentException($"{KeyName}: name the file with the key; anchor-key makes one.");
            }

            using var store = await FollowUpCommand.GetExistingInstallation(parsed, data).OpenStore();
            var maker = new AnchorMaker(store.Projects, store.Audit, new AnchorStore(store.Settings), keys, await HostClock.ReadOf(store.Settings));
            await Console.Out.WriteLineAsync(AnchorStore.Write((await maker.Make(cancellation))!));
            return 0;
        });
        return command;
    }

    /// <summary>Creates a new option for each command.</summary>
    public static Option<string?> CreateKeyOption() => new(KeyName)
    {
        Description = "The file with the keys that sign, outside the data folder (by default the setting Anchors__KeyFile).",
        HelpName = "FILE",
    };

    /// <summary>The keys of the option, or of the environment.</summary>
    /// <exception cref="BadArgumentException">They cannot be read.</exception>
    public static AnchorKeys ReadKeys(string? file) => file is { Length: > 0 }
        ? AnchorSetup.ReadKeys(new AnchorOptions { KeyFile = file }, KeyName)
        : AnchorSetup.ReadKeys(AnchorSetup.ReadEnvironment());
}
