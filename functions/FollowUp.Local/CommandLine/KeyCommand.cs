using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using FollowUp.Application;

namespace FollowUp.Local;

/// <summary><c>key</c>: prints the key of the website API; the same each time.</summary>
static class KeyCommand
{
    const string Setting = "website-key";

    public static Command Build()
    {
        var data = FollowUpCommand.Data();
        var command = new Command("key", "Prints the website key.") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.Make(parsed, data).Open();
            await Console.Out.WriteLineAsync(await KeyOf(store.Settings, cancellation));
            return 0;
        });
        return command;
    }

    /// <summary>The key of this installation, made when it is first asked for.</summary>
    public static ValueTask<string> KeyOf(ISettings settings, CancellationToken cancellation = default) =>
        settings.GetOrSet(Setting, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), cancellation);

    /// <summary>Gives an installation the key that its callers know already.</summary>
    public static ValueTask KeepKey(ISettings settings, string key) => settings.Set(Setting, key);
}
