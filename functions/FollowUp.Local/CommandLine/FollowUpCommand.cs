using System.CommandLine;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// The command line. Standard output gets only what was asked for (a token, a key, an export); everything else goes to standard error. A
/// bad argument exits with 2 and says which.
/// </summary>
static class FollowUpCommand
{
    public const int UsageErrorExitCode = 2;

    public static async Task<int> Run(string[] args)
    {
        var parsed = BuildRootCommand().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return UsageErrorExitCode;
        }

        try
        {
            // The host listens for Ctrl+C and SIGTERM itself, and takes the time that it needs to stop.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (BadArgumentException bad)
        {
            await Console.Error.WriteLineAsync(bad.Message);
            return UsageErrorExitCode;
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync(failure.ToString());
            return 1;
        }
    }

    /// <summary>For every command.</summary>
    static readonly Option<string?> TablesOption = new("--tables")
    {
        Description = "Everything in Azure Tables in place of a folder: a connection string, or UseDevelopmentStorage=true.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    static RootCommand BuildRootCommand()
    {
        var root = new RootCommand("FollowUp: the back office of the project follow-up department.")
        {
            ServeCommand.Build(),
            TokenCommand.Build(),
            KeyCommand.Build(),
            RebuildCommand.Build(),
            ExportCommand.Build(),
            ImportCommand.Build(),
        };
        ServeCommand.ConfigureRoot(root);
        root.Add(TablesOption);
        return root;
    }

    /// <summary>A fresh option each time: one that two commands share would be read twice.</summary>
    public static Option<string?> CreateDataOption() => new("--data")
    {
        Description = $"The folder of the installation (by default {DataFolder.GetDefaultPath(demo: false)}).",
        HelpName = "DIR",
    };

    /// <summary>The installation named, made where there is none.</summary>
    public static Installation GetOrCreateInstallation(ParseResult parsed, Option<string?> data, bool demo = false) =>
        ParseTablesOption(parsed) ?? Installation.InFolder(DataFolder.Create(ParseDataOption(parsed, data, demo)));

    /// <summary>The installation named, which must exist already.</summary>
    public static Installation GetExistingInstallation(ParseResult parsed, Option<string?> data) =>
        ParseTablesOption(parsed) ?? Installation.InFolder(DataFolder.GetExisting(ParseDataOption(parsed, data)));

    static Installation? ParseTablesOption(ParseResult parsed) => parsed.GetValue(TablesOption) switch
    {
        null => null,
        "" => throw new BadArgumentException("--tables: name a connection string, or UseDevelopmentStorage=true."),
        var connection => Installation.InTables(connection),
    };

    /// <summary>The folder named, or the default one.</summary>
    static string ParseDataOption(ParseResult parsed, Option<string?> data, bool demo = false) =>
        parsed.GetValue(data) is { } named
            ? named.Length > 0 ? named : throw new BadArgumentException("--data: name a folder.")
            : DataFolder.GetDefaultPath(demo);
}
