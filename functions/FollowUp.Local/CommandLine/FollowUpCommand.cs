using System.CommandLine;

namespace FollowUp.Local;

/// <summary>
/// The command line. Standard output gets only what was asked for (a token, a key, an export); everything else goes to standard error. A
/// bad argument exits with 2 and says which.
/// </summary>
static class FollowUpCommand
{
    public const int Bad = 2;

    public static async Task<int> Run(string[] args)
    {
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            return Bad;
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
            return Bad;
        }
        catch (Exception failure)
        {
            await Console.Error.WriteLineAsync(failure.ToString());
            return 1;
        }
    }

    /// <summary>For every command.</summary>
    static readonly Option<string?> Tables = new("--tables")
    {
        Description = "Everything in Azure Tables in place of a folder: a connection string, or UseDevelopmentStorage=true.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    static RootCommand Root()
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
        ServeCommand.IsDefaultOf(root);
        root.Add(Tables);
        return root;
    }

    /// <summary>A fresh option each time: one that two commands share would be read twice.</summary>
    public static Option<string?> Data() => new("--data")
    {
        Description = $"The folder of the installation (by default {DataFolder.Default(demo: false)}).",
        HelpName = "DIR",
    };

    /// <summary>The installation named, made where there is none.</summary>
    public static Installation Make(ParseResult parsed, Option<string?> data, bool demo = false) =>
        InTables(parsed) ?? Installation.In(DataFolder.Make(DataOf(parsed, data, demo)));

    /// <summary>The installation named, which must exist already.</summary>
    public static Installation Existing(ParseResult parsed, Option<string?> data) =>
        InTables(parsed) ?? Installation.In(DataFolder.Existing(DataOf(parsed, data)));

    static Installation? InTables(ParseResult parsed) => parsed.GetValue(Tables) switch
    {
        null => null,
        "" => throw new BadArgumentException("--tables: name a connection string, or UseDevelopmentStorage=true."),
        var connection => Installation.InTables(connection),
    };

    /// <summary>The folder named, or the default one.</summary>
    static string DataOf(ParseResult parsed, Option<string?> data, bool demo = false) =>
        parsed.GetValue(data) is { } named
            ? named.Length > 0 ? named : throw new BadArgumentException("--data: name a folder.")
            : DataFolder.Default(demo);
}
