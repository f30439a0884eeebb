using System.Runtime.Versioning;

namespace FollowUp.Local.Tests.Hosting;

/// <summary>A folder or a file that other accounts may read is refused, with what to do.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FolderPermissionsTests : IDisposable
{
    const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly CommandLine commandLine = new();

    public void Dispose() => commandLine.Dispose();

    [Theory]
    [InlineData(UnixFileMode.OtherRead | UnixFileMode.OtherExecute)]
    [InlineData(UnixFileMode.GroupExecute)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task Folder_with_data_that_others_can_enter_is_refused(UnixFileMode others)
    {
        await commandLine.Run("key");
        File.SetUnixFileMode(commandLine.Data, Owner | others);

        var (code, output, errors) = await commandLine.Run("key");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"chmod 700 {commandLine.Data}", errors, StringComparison.Ordinal);
        File.SetUnixFileMode(commandLine.Data, Owner);
        Assert.Equal(0, (await commandLine.Run("key")).Code);
    }

    [Fact]
    public async Task Database_that_others_may_read_is_refused()
    {
        await commandLine.Run("key");
        var database = Path.Combine(commandLine.Data, "followup.db");
        File.SetUnixFileMode(database, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var (code, _, errors) = await commandLine.Run("key");

        Assert.Equal(2, code);
        Assert.Contains($"chmod 600 {database}", errors, StringComparison.Ordinal);
        Assert.Contains("MEND  permissions", (await commandLine.Run("check")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_folder_is_closed_to_others()
    {
        Directory.CreateDirectory(commandLine.Data, Owner | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Assert.Equal(0, (await commandLine.Run("key")).Code);

        Assert.Equal(Owner, File.GetUnixFileMode(commandLine.Data));
    }

    [Fact]
    public async Task Folder_of_others_with_other_files_stays_as_it_is_and_is_refused()
    {
        const UnixFileMode Mode = Owner | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(commandLine.Data, Mode);
        await File.WriteAllTextAsync(Path.Combine(commandLine.Data, "notes.txt"), "notes", TestContext.Current.CancellationToken);

        var (code, _, errors) = await commandLine.Run("key");

        Assert.Equal(2, code);
        Assert.Contains("chmod 700", errors, StringComparison.Ordinal);
        Assert.Equal(Mode, File.GetUnixFileMode(commandLine.Data));
    }

    [Fact]
    public async Task Connection_to_tables_comes_from_a_file_that_only_the_owner_reads()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "nonsense", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(file, Owner | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", (await commandLine.Run("key", "--tables-file", file)).Errors, StringComparison.Ordinal);

        File.SetUnixFileMode(file, Owner);
        Assert.Contains("expected a connection string", (await commandLine.Run("key", "--tables-file", file)).Errors, StringComparison.Ordinal);
        Assert.Contains("WARNING: --tables holds a key", (await commandLine.Run("key", "--tables", "AccountKey=abc")).Errors, StringComparison.Ordinal);
        File.Delete(file);
    }
}
