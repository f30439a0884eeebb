using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FollowUp.Benchmarks.Reports;

/// <summary>What a figure depends on besides the code.</summary>
/// <param name="Cores">Processors.</param>
/// <param name="Processor">Its name.</param>
/// <param name="System">Operating system and runtime.</param>
/// <param name="Commit">The commit of the code; null outside a repository.</param>
/// <param name="Date">The day, ISO.</param>
/// <param name="Load">The load average of the minute before; null where the system tells none.</param>
sealed record Machine(int Cores, string Processor, string System, string? Commit, string Date, double? Load)
{
    public static Machine Describe() => new(
        Environment.ProcessorCount,
        ReadLine("/proc/cpuinfo", "model name")?.Split(':')[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        FindCommit(),
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null);

    static string? ReadLine(string file, string start) =>
        File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) : null;

    static string? FindCommit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var commit = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return git.ExitCode == 0 ? commit : null;
    }
}
