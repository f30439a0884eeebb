using System.Net;

namespace FollowUp.Pages.Tests;

public sealed class UnknownAddressTests
{
    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/desk/nothing", HttpStatusCode.NotFound)]
    [InlineData("/", HttpStatusCode.OK)]
    public async Task Every_address_answers_with_a_page(string path, HttpStatusCode status)
    {
        await using var app = await TestApp.Start();

        var page = await app.NewBrowser().Get(path);

        Assert.Equal(status, page.Status);
        Assert.Contains("href=\"/desk\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/health/nothing")]
    public async Task Unknown_API_address_gets_no_page(string path)
    {
        await using var app = await TestApp.Start();

        Assert.Equal("", (await app.NewBrowser().Get(path)).Html);
    }
}
