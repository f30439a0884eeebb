using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FollowUp.Infra.Tests.Scripts;

/// <summary>The systemd unit in docs/operations/server.md.</summary>
public sealed partial class ServiceUnitTests
{
    [Fact]
    public async Task Systemd_finds_no_fault_in_the_unit_of_the_manual()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "needs systemd-analyze");
        var folder = Directory.CreateTempSubdirectory("followup-unit-").FullName;
        try
        {
            // systemd-analyze looks for the program, which is not installed here.
            var file = Path.Combine(folder, "followup.service");
            await File.WriteAllTextAsync(file, ReadUnit().Replace("/opt/followup/followup", "/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            using var process = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", file]) { RedirectStandardError = true })!;
            var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal((0, ""), (process.ExitCode, errors));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The whole file system is read-only for the service but for its state: what the manual lets it write must be named there.</summary>
    [Fact]
    public void Unit_may_write_every_folder_that_the_manual_lets_it_write()
    {
        var manual = RepositoryFiles.ReadText("docs", "operations", "server.md");
        var states = State().Match(ReadUnit()).Groups[1].Value.Split(' ').Select(name => $"/var/lib/{name}");

        Assert.Equal(StateFolder().Matches(manual).Select(match => match.Value).Distinct().Order(), states.Order());
    }

    static string ReadUnit() => Unit().Match(RepositoryFiles.ReadText("docs", "operations", "server.md")).Groups[1].Value;

    [GeneratedRegex("```ini\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Unit();

    [GeneratedRegex("^StateDirectory=(.+)$", RegexOptions.Multiline)]
    private static partial Regex State();

    [GeneratedRegex("/var/lib/followup(-[a-z]+)?")]
    private static partial Regex StateFolder();
}
