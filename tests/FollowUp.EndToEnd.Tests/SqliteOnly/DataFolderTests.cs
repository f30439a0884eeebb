namespace FollowUp.EndToEnd.Tests.SqliteOnly;

/// <summary>What is so of a folder and not of tables, which any number of hosts may serve from.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task A_folder_is_served_from_once()
    {
        await using var host = await HostProcess.StartEmptyDemo();

        var (code, _, errors) = await host.TryCommand("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_named()
    {
        await using var host = await HostProcess.CreateStopped();

        var (code, output, errors) = await host.TryCommand("serve", "--tables", "nonsense");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--tables", errors, StringComparison.Ordinal);
    }
}
