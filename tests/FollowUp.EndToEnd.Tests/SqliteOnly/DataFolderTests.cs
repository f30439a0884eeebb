namespace FollowUp.EndToEnd.Tests.SqliteOnly;

/// <summary>Rules of a data folder. Tables have none of them: any number of hosts may serve the same tables.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task A_folder_is_served_by_one_host_at_a_time()
    {
        await using var host = await HostProcess.StartEmptyDemo();

        var (code, _, errors) = await host.TryCommand("serve", "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, code);
        Assert.Contains("in use", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_connection_string_is_named()
    {
        await using var host = await HostProcess.CreateStopped();

        var (code, output, errors) = await host.TryCommand("serve", "--tables", "nonsense");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--tables", errors, StringComparison.Ordinal);
    }
}
