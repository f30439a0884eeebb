using System.Net;

namespace FollowUp.Pages.Tests;

public sealed class UnknownAddressTests
{
    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/desk/nothing", HttpStatusCode.NotFound)]
    [InlineData("/", HttpStatusCode.OK)]
    public async Task Every_address_has_a_page_that_says_where_to_go(string path, HttpStatusCode status)
    {
        await using var house = await TestApp.Start();

        var page = await house.NewBrowser().Get(path);

        Assert.Equal(status, page.Status);
        Assert.Contains("href=\"/desk\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/health/nothing")]
    public async Task Addresses_of_the_API_get_no_page(string path)
    {
        await using var house = await TestApp.Start();

        Assert.Equal("", (await house.NewBrowser().Get(path)).Html);
    }
}
