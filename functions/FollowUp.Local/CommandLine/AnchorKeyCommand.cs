using System.CommandLine;
using System.Text;
using FollowUp.Application.Integrity;
using FollowUp.Local.Hosting;
using NodaTime.Extensions;

namespace FollowUp.Local.CommandLine;

/// <summary><c>anchor-key</c>: writes a file with a new key that signs heads and anchors, or adds a key to it.</summary>
static class AnchorKeyCommand
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Command Build()
    {
        var file = new Argument<string?>("FILE") { Description = "The file, outside the data folder and its backups.", Arity = ArgumentArity.ZeroOrOne };
        var rotate = new Option<bool>("--rotate") { Description = "Adds a key to an existing file; the old ones still check what they signed." };
        var command = new Command("anchor-key", "Makes the key that signs timelines, so that a store that was rewritten is noticed.") { file, rotate };
        command.SetAction((parsed, _) =>
        {
            Write(parsed.GetValue(file) is { Length: > 0 } named ? named : throw new BadArgumentException("FILE: name the file to write."), parsed.GetValue(rotate));
            return Task.FromResult(0);
        });
        return command;
    }

    static void Write(string file, bool rotate)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (File.Exists(Path.Combine(folder, DataFolder.DatabaseName)))
        {
            throw new BadArgumentException($"FILE: '{file}' is in a data folder. The key must be apart from the store: name a file elsewhere.");
        }

        if (File.Exists(file) != rotate)
        {
            throw new BadArgumentException(rotate ? $"FILE: there is no file '{file}' to add a key to." : $"FILE: '{file}' exists already; --rotate adds a key to it.");
        }

        if (rotate)
        {
            _ = AnchorCommand.ReadKeys(file);
        }

        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows() && !rotate)
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(AnchorKeys.CreateLine(TimeProvider.System.GetCurrentInstant()) + "\n"));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadArgumentException($"FILE: '{file}' cannot be written: {e.Message}");
        }
    }
}
