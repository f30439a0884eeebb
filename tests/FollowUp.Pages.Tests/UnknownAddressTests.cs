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
    [InlineData("/desk/sign-in", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/demo/mailbox", 404)]
    public async Task Request_without_a_host_name_is_answered_like_any_other(string path, int status)
    {
        await using var app = await TestApp.Start();

        Assert.Equal(status, await app.GetUnderHost("", path));
    }

    [Theory]
    [InlineData("a:99999")]
    [InlineData("...")]
    public async Task Host_name_that_no_address_can_have_is_refused(string host)
    {
        await using var app = await TestApp.Start();

        Assert.Equal(400, await app.GetUnderHost(host, "/desk/sign-in"));
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/health/nothing")]
    public async Task Unknown_API_address_gets_a_problem_and_no_page(string path)
    {
        await using var app = await TestApp.Start();

        Assert.StartsWith("{\"type\":\"urn:followup:problem:not-found\"", (await app.NewBrowser().Get(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_is_answered_in_the_language_of_the_cookie()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();
        await browser.Get("/?lang=en");

        Assert.Contains("There is no such page", (await browser.Get("/nowhere")).Text, StringComparison.Ordinal);
        Assert.Contains("Cette page n’existe pas", (await app.NewBrowser().Get("/nowhere")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_over_the_limit_is_refused_by_a_page()
    {
        await using var app = await TestApp.Start();

        var page = await app.NewBrowser().Post("/desk/sign-in", new() { ["email"] = new string('a', 5 << 20) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("Une erreur est survenue", page.Text, StringComparison.Ordinal);
    }
}
