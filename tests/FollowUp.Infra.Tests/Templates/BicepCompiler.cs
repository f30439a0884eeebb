using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>The Bicep compiler of the NuGet package. It works on a copy of the templates, since it writes beside them, and compiles each once.</summary>
static class BicepCompiler
{
    static readonly Lazy<string> TemplateCopy = new(CopyTemplates);

    static readonly ConcurrentDictionary<string, Lazy<Task<JsonNode>>> Built = new();

    static readonly string[] Extensions = [".bicep", ".bicepparam", ".json"];

    /// <summary>The folder that the compiler works in.</summary>
    public static string Folder => TemplateCopy.Value;

    /// <summary>Skips the test on a machine for which the package has no compiler.</summary>
    public static void SkipUnlessItRuns() => Assert.SkipUnless(
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64,
        "The Bicep compiler of the package restored here runs on Linux x64 only.");

    public static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments)
    {
        SkipUnlessItRuns();
        var start = new ProcessStartInfo(Path.GetFullPath(RepositoryFiles.GetMetadata("Bicep")), arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("FOLLOWUP_", StringComparison.Ordinal) || k.StartsWith("AZURE_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Returns a template as the JSON that Azure gets. Any diagnostic fails the test.</summary>
    public static Task<JsonNode> GetCompiled(string template) => Built.GetOrAdd(template, t => new Lazy<Task<JsonNode>>(() => Build(t))).Value;

    static async Task<JsonNode> Build(string template)
    {
        var compiled = Path.Combine(Folder, template + ".compiled.json");
        var (code, output, errors) = await Run("build", template, "--outfile", compiled);
        Assert.Equal("", (output + errors).Trim());
        Assert.Equal(0, code);
        return JsonNode.Parse(await File.ReadAllTextAsync(compiled))!;
    }

    static string CopyTemplates()
    {
        var copy = Directory.CreateTempSubdirectory("followup-infra-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(copy, recursive: true);
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.GetPath("infra")).Where(f => Extensions.Contains(Path.GetExtension(f))))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}
