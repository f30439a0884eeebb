using System.CommandLine;
using System.Globalization;
using FollowUp.Local.Demo.Play;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary><c>serve</c>: runs the host until it is stopped. It is also what runs when no command is given.</summary>
static class ServeCommand
{
    public static Command Build()
    {
        var command = new Command("serve", "Serves the website API, the links and the console. The default command.");
        AddOptionsAndAction(command);
        return command;
    }

    public static void ConfigureRoot(RootCommand root) => AddOptionsAndAction(root);

    static void AddOptionsAndAction(Command command)
    {
        var data = FollowUpCommand.CreateDataOption();
        var urls = new Option<string?>("--urls")
        {
            Description = $"Where to listen (by default {ServeOptions.DefaultUrls}).",
            HelpName = "URL",
        };
        var demo = new Option<bool>("--demo")
        {
            Description = "A demo: sample data in an empty folder, a clock that stands still, mails stored in a mailbox.",
        };
        var empty = new Option<bool>("--empty") { Description = "With --demo: sample staff and providers without projects." };
        var play = new Option<int?>("--play")
        {
            Description = $"With --demo: the clock runs so many times faster than time ({DemoPlayer.MinSpeed} to {DemoPlayer.MaxSpeed}), and clients and colleagues act by themselves.",
            HelpName = "N",
        };
        command.Add(data);
        command.Add(urls);
        command.Add(demo);
        command.Add(empty);
        command.Add(play);
        command.SetAction((parsed, cancellation) =>
        {
            var isDemo = parsed.GetValue(demo);
            if (parsed.GetValue(empty) && !isDemo)
            {
                throw new BadArgumentException("--empty goes with --demo only.");
            }

            var speed = parsed.GetValue(play);
            if (speed is not null && !isDemo)
            {
                throw new BadArgumentException("--play goes with --demo only.");
            }

            if (speed is < DemoPlayer.MinSpeed or > DemoPlayer.MaxSpeed)
            {
                throw new BadArgumentException(string.Create(CultureInfo.InvariantCulture, $"--play: {speed} is not within {DemoPlayer.MinSpeed} and {DemoPlayer.MaxSpeed}."));
            }

            // Before the folder is made.
            var addresses = ParseUrls(parsed.GetValue(urls));
            return ServeRunner.Run(
                new ServeOptions(FollowUpCommand.GetOrCreateInstallation(parsed, data, isDemo), addresses, isDemo, parsed.GetValue(empty), speed), cancellation);
        });
    }

    static string ParseUrls(string? given)
    {
        var urls = given ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? ServeOptions.DefaultUrls;
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0 && Array.TrueForAll(parts, IsBindingAddress)
            ? string.Join(';', parts.Select(FreePort.InsteadOfZero))
            : throw new BadArgumentException(
                $"--urls: '{urls}' is not an address to listen at; expected one such as {ServeOptions.DefaultUrls}.");
    }

    static bool IsBindingAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.Host.Length > 0
                && address.Port is >= 0 and <= 65535 && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
