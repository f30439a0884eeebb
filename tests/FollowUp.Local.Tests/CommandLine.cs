using FollowUp.Local.CommandLine;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace FollowUp.Local.Tests;

/// <summary>Runs commands in this process on a folder of its own. The console is one for the process, so no test runs beside another.</summary>
public sealed class CommandLine : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-local-").FullName;

    public CommandLine()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Test");
        Environment.SetEnvironmentVariable("Clock__StartAt", "2026-11-23T08:00:00+01:00");
    }

    /// <summary>A file of the folder, which need not exist.</summary>
    public string GetPath(string name) => Path.Combine(folder, name);

    public string Data => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public async Task<(int Code, string Output, string Errors)> Import(byte[] file, params string[] options)
    {
        var path = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        return await Run(["import", path, .. options]);
    }

    /// <summary>The line ends of the output are line feeds.</summary>
    public Task<(int Code, string Output, string Errors)> Run(params string[] arguments) => RunWithoutData([.. arguments, "--data", Data]);

    /// <summary>The same for a command that has no folder.</summary>
    public async Task<(int Code, string Output, string Errors)> RunWithoutData(params string[] arguments)
    {
        var (input, output, errors) = (Console.In, Console.Out, Console.Error);
        using StringWriter written = new(), reported = new();
        Console.SetIn(TextReader.Null);
        Console.SetOut(written);
        Console.SetError(reported);
        try
        {
            var code = await FollowUpCommand.Run(arguments);
            return (code, written.ToString().ReplaceLineEndings("\n"), reported.ToString().ReplaceLineEndings("\n"));
        }
        finally
        {
            Console.SetIn(input);
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}
