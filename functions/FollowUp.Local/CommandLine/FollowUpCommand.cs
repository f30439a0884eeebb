using System.CommandLine;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.CommandLine;

/// <summary>
/// The command line. Standard output has results only (a token, a key, an export); everything else goes to standard error. The exit code is 0, 1
/// after a failure, or 2 after a wrong argument, which the message names.
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
            // The host handles Ctrl+C and SIGTERM itself, and must not be ended before it has stopped.
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

    /// <summary>An option of every command.</summary>
    static readonly Option<string?> TablesOption = new("--tables")
    {
        Description = "The installation in Azure Tables instead of a folder: the https address of the tables (the process's identity enters), a connection string, or UseDevelopmentStorage=true.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>An option of every command: the connection string stays out of the list of processes and the history of the shell.</summary>
    static readonly Option<string?> TablesFileOption = new("--tables-file")
    {
        Description = $"The same from a file. Without both options the environment variable {TablesVariable} names it.",
        HelpName = "FILE",
        Recursive = true,
    };

    const string TablesVariable = "Tables__Connection";

    internal static RootCommand BuildRootCommand()
    {
        var root = new RootCommand("FollowUp: the back office of the project follow-up department.")
        {
            ServeCommand.Build(),
            StaffCommand.Build(),
            TokenCommand.Build(),
            KeyCommand.Build(),
            SetupCommand.Build(),
            CheckCommand.Build(),
            SignInCommand.Build(),
            RebuildCommand.Build(),
            ExportCommand.Build(),
            ImportCommand.Build(),
            AuditCommand.Build(),
            VerifyCommand.Build(),
            AnchorCommand.Build(),
            AnchorKeyCommand.Build(),
            ProofCommand.Build(),
            BackupCommand.Build(),
            RestoreCommand.Build(),
            SimulateCommand.Build(),
            FitCommand.Build(),
        };
        ServeCommand.ConfigureRoot(root);
        root.Add(TablesOption);
        root.Add(TablesFileOption);
        return root;
    }

    /// <summary>Creates a new option for each command, because System.CommandLine parses a shared one twice.</summary>
    public static Option<string?> CreateDataOption() => new("--data")
    {
        Description = $"The folder of the installation (by default {DataFolder.GetDefaultPath(demo: false)}).",
        HelpName = "DIR",
    };

    /// <summary>The installation that the options name, which is created when it does not exist.</summary>
    public static Installation GetOrCreateInstallation(ParseResult parsed, Option<string?> data, bool demo = false) =>
        FindTables(parsed) ?? Installation.InFolder(DataFolder.Create(GetFolderPath(parsed, data, demo)));

    /// <summary>The installation that the options name, which must exist.</summary>
    /// <exception cref="BadArgumentException">It does not exist.</exception>
    public static Installation GetExistingInstallation(ParseResult parsed, Option<string?> data) =>
        FindTables(parsed) ?? Installation.InFolder(DataFolder.GetExisting(GetFolderPath(parsed, data)));

    /// <summary>The tables that the options or the environment name; null when they name a folder.</summary>
    public static Installation? FindTables(ParseResult parsed)
    {
        switch (parsed.GetValue(TablesOption), parsed.GetValue(TablesFileOption))
        {
            case (not null, not null):
                throw new BadArgumentException("--tables and --tables-file: name one of them.");
            case ("", _):
                throw new BadArgumentException("--tables: name an https address, a connection string, or UseDevelopmentStorage=true.");
            case ({ } connection, _):
                if (connection.Contains("AccountKey=", StringComparison.OrdinalIgnoreCase) || connection.Contains("SharedAccessSignature=", StringComparison.OrdinalIgnoreCase))
                {
                    Console.Error.WriteLine(
                        $"WARNING: --tables holds a key, which every account of this machine can read in the list of processes. Use --tables-file FILE or {TablesVariable}.");
                }

                return Installation.InTables(connection);
            case (_, { } file):
                return Installation.InTables(ReadConnection(file));
            default:
                return parsed.GetResult("--data") is null && Environment.GetEnvironmentVariable(TablesVariable) is { Length: > 0 } named
                    ? Installation.InTables(named)
                    : null;
        }
    }

    static string ReadConnection(string file) => NamedFile.ReadPrivateText("--tables-file", file) is { Length: > 0 } connection
        ? connection
        : throw new BadArgumentException($"--tables-file: '{file}' is empty.");

    /// <summary>The path of the folder that the option names, or of the default folder. It need not exist.</summary>
    public static string GetFolderPath(ParseResult parsed, Option<string?> data, bool demo = false) =>
        parsed.GetValue(data) is { } named
            ? named.Length > 0 ? named : throw new BadArgumentException("--data: name a folder.")
            : DataFolder.GetDefaultPath(demo);
}
