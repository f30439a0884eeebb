using System.CommandLine;
using FollowUp.Application.Serialization;
using FollowUp.Local.CommandLine;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.Tests;

/// <summary>
/// Every command, argument and option of the program with a wrong value: it exits with 2, names the option and changes nothing. A new option without a case fails the survey.
/// </summary>
public sealed class CommandSurveyTests : IDisposable
{
    const string ProofKey = "ErasureProof__Key";

    /// <summary>Commands that make a folder; a wrong argument makes none.</summary>
    static readonly string[] Makers = ["serve", "key", "import", "restore"];

    readonly CommandLine command = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ProofKey, null);
        command.Dispose();
    }

    [Fact]
    public void Every_argument_and_option_of_every_command_has_a_case()
    {
        var known = WrongArguments.All.Select(c => (GetPath(c.Line), c.Option)).ToHashSet();
        var missing = Walk(FollowUpCommand.BuildRootCommand(), "")
            .SelectMany(c => c.Command.Arguments.Select(a => a.Name).Concat(c.Command.Options.Where(HasWrongValue).Select(o => o.Name)).Select(name => (c.Path, name)))
            .Where(o => !known.Contains(o));

        Assert.Empty(missing);
    }

    [Fact]
    public async Task A_wrong_value_is_named_and_changes_nothing()
    {
        Assert.Equal(0, (await command.Run(Arguments(WrongArguments.Setup([])))).Code);
        _ = Arguments("{text} {empty-list}");
        var before = await Describe();
        var faults = new List<string>();
        foreach (var (option, line) in WrongArguments.All)
        {
            await Check(option, Arguments(line), command.Data, faults);
            if (Makers.Contains(line.Split(' ')[0]) && option != "--data")
            {
                await Check(option, Arguments(line), command.GetPath("new"), faults);
                if (Directory.Exists(command.GetPath("new")))
                {
                    faults.Add($"{line}: it made the folder");
                    Directory.Delete(command.GetPath("new"), recursive: true);
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(before, await Describe());
    }

    /// <summary>The options that name the installation, at every command that has one.</summary>
    [Fact]
    public async Task A_wrong_installation_and_an_unknown_option_are_named_at_every_command()
    {
        Environment.SetEnvironmentVariable(ProofKey, Convert.ToBase64String(new byte[32]));
        var faults = new List<string>();
        var commands = Walk(FollowUpCommand.BuildRootCommand(), "").Where(c => c.Command.Action is not null).ToList();
        Assert.True(commands.Count > 20);
        Assert.Equal(0, (await command.Run(Arguments(WrongArguments.Setup([])))).Code);
        Assert.Equal(0, (await command.Run("backup", command.GetPath("backup"))).Code);
        foreach (var (path, with) in commands)
        {
            string[] line = [.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. RightArguments(with)];
            await Check("--colour", [.. line, "--colour"], null, faults);
            if (!with.Options.Any(o => o.Name == "--data"))
            {
                continue;
            }

            await Check("--data", [.. line, "--data", ""], null, faults);
            await Check("--data", [.. line, "--data", Arguments("{text}")[0]], null, faults);
            // A restore looks at its file first: this one is no backup of tables.
            await Check(path == "restore" ? "FILE" : "--tables", [.. line, "--tables", "nowhere"], null, faults);
            await Check("--tables", [.. line, "--tables", ""], null, faults);
            await Check("--tables-file", [.. line, "--tables-file", command.GetPath("missing")], null, faults);
            await Check("--tables", [.. line, "--tables", "UseDevelopmentStorage=true", "--tables-file", command.GetPath("missing")], null, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A switch is there or not. The options of the installation have a test of their own.</summary>
    static bool HasWrongValue(Option option) =>
        option.ValueType != typeof(bool) && option.Name is not ("--help" or "--version" or "--data" or "--tables" or "--tables-file");

    async Task Check(string option, string[] line, string? data, List<string> faults)
    {
        string[] all = data is null || line is ["simulate" or "anchor-key", ..] ? line : [.. line, "--data", data];
        var (code, output, errors) = await command.RunWithoutData(all).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        if (code != 2 || output.Length > 0 || !errors.Contains(option, StringComparison.Ordinal) || errors.Contains("   at ", StringComparison.Ordinal))
        {
            faults.Add($"{string.Join(' ', all)}: exit code {code}, output “{output}”, errors “{errors.Trim()}”");
        }
    }

    /// <summary>What a command must be given so that only the installation is wrong.</summary>
    string[] RightArguments(Command of) =>
    [
        .. of.Arguments.Select(_ => Arguments(of.Name == "import" ? "{empty-list}" : of.Name == "restore" ? "{backup}" : "{missing}")[0]),
        .. of.Options.Where(o => o.Required).SelectMany(o => new[] { o.Name, WrongArguments.Manager }),
        .. of.Name == "anchor" ? new[] { "--anchor-key", Key() } : [],
    ];

    string Key()
    {
        var file = command.GetPath("key");
        if (!File.Exists(file))
        {
            Assert.Equal(0, command.RunWithoutData("anchor-key", file).GetAwaiter().GetResult().Code);
        }

        return file;
    }

    /// <summary>The command of a line, as <c>staff add</c>; empty for the program itself.</summary>
    string GetPath(string line)
    {
        var called = FollowUpCommand.BuildRootCommand().Parse(Arguments(line)).CommandResult.Command;
        return Walk(FollowUpCommand.BuildRootCommand(), "").First(c => c.Command.Name == called.Name && (called is RootCommand || line.StartsWith(c.Path, StringComparison.Ordinal))).Path;
    }

    /// <summary>The words of a line, with the files that it names.</summary>
    string[] Arguments(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
    {
        "{empty}" => "",
        "{long}" => new string('x', 300),
        "{hours}" => "monday 25:00-26:00",
        "{three-ends}" => "monday 09:00-12:00-14:00",
        "{backup}" => command.GetPath("backup"),
        "{missing}" => command.GetPath("missing"),
        "{no-folder}" => command.GetPath("missing/file"),
        "{in-data}" => Path.Combine(command.Data, "file"),
        "{text}" => Write("text", "neither this nor that"),
        "{empty-list}" => Write("list.json", "[]"),
        _ => word,
    })];

    string Write(string name, string text)
    {
        File.WriteAllText(command.GetPath(name), text);
        return command.GetPath(name);
    }

    static IEnumerable<(string Path, Command Command)> Walk(Command command, string path) =>
        [(path, command), .. command.Subcommands.SelectMany(c => Walk(c, $"{path} {c.Name}".Trim()))];

    /// <summary>What the commands could change, and the files of the folder and beside it.</summary>
    async Task<string> Describe()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var store = DataFolder.GetExisting(command.Data).OpenStore();
        var projects = 0;
        await foreach (var _ in store.Projects.ListProjectIds(cancellation))
        {
            projects++;
        }

        return string.Join('\n', [
            .. (await store.Directory.AllStaff(cancellation)).Select(RecordJson.Write),
            .. (await store.Directory.AllProviders(cancellation)).Select(RecordJson.Write),
            RecordJson.Write((await store.Department.Read(cancellation)).Settings),
            .. (await store.Audit.Read(null, 100, cancellation)).Select(entry => entry.ToString()),
            .. (await store.Mailbox.List(null, null, 100, cancellation)).Select(mail => mail.ToString()),
            $"{projects}",
            await KeyCommand.OpenKeys(store).Find(Application.Settings.AccessKeyKind.Website, cancellation),
            .. Directory.EnumerateFiles(command.GetPath(""), "*", SearchOption.AllDirectories).Where(file => !file.Contains(DataFolder.DatabaseName, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ]);
    }
}
