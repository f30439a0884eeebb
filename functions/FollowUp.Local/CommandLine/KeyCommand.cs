using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using FollowUp.Application.Ports;
using FollowUp.Local.Hosting;
using FollowUp.Web.InboundMail;

namespace FollowUp.Local.CommandLine;

/// <summary><c>key</c>: prints the key of the website API or of the mail gateway. It is created at the first call and stays the same.</summary>
static class KeyCommand
{
    /// <summary>The setting with the website key.</summary>
    public const string WebsiteKeySetting = "website-key";

    public static Command Build()
    {
        var data = FollowUpCommand.CreateDataOption();
        var inboundMail = new Option<bool>("--inbound-mail") { Description = "Prints the key of the mail gateway instead." };
        var command = new Command("key", "Prints the website key.") { data, inboundMail };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = await FollowUpCommand.GetOrCreateInstallation(parsed, data).OpenStore();
            await Console.Out.WriteLineAsync(parsed.GetValue(inboundMail)
                ? await GetOrCreateKey(store.Settings, InboundMailKey.Setting, cancellation)
                : await GetOrCreateKey(store.Settings, cancellation));
            return 0;
        });
        return command;
    }

    /// <summary>The website key of an installation, which is created when there is none.</summary>
    public static ValueTask<string> GetOrCreateKey(ISettings settings, CancellationToken cancellation = default) =>
        GetOrCreateKey(settings, WebsiteKeySetting, cancellation);

    static ValueTask<string> GetOrCreateKey(ISettings settings, string setting, CancellationToken cancellation) =>
        settings.GetOrSet(setting, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), cancellation);
}
