using FollowUp.Local.CommandLine;
using FollowUp.Local.Hosting;

namespace FollowUp.Local.Tests.Hosting;

public sealed class TablesAddressTests
{
    [Fact]
    public void Address_without_a_key_is_entered_by_the_identity_of_the_process()
    {
        var client = TablesAddress.CreateClient("https://stprj123.table.core.windows.net");

        Assert.Equal("stprj123", client.AccountName);
        Assert.Equal("stprj123.table.core.windows.net", client.Uri.Host);
    }

    [Theory]
    [InlineData("http://stprj123.table.core.windows.net", "https")]
    [InlineData("https://stprj123.table.core.windows.net/?sv=2024-01-01&sig=secret", "without a query")]
    public void Address_that_would_send_a_key_or_a_token_in_the_open_is_refused(string address, string rule)
    {
        var refused = Assert.Throws<BadArgumentException>(() => TablesAddress.CreateClient(address));

        Assert.StartsWith("--tables: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }
}
