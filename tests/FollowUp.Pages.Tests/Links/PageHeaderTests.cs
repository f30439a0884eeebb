namespace FollowUp.Pages.Tests.Links;

public sealed class PageHeaderTests
{
    [Fact]
    public async Task Link_pages_are_not_cached_not_framed_and_run_no_script()
    {
        await using var app = await TestApp.Start();
        var link = await app.CreateRelaunchLink();
        var browser = app.NewBrowser();

        foreach (var page in new[] { await browser.Get(link), await browser.Get("/l/unknown"), await browser.Get(link + "/unsubscribe") })
        {
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
            Assert.Equal("max-age=31536000", page.Headers["Strict-Transport-Security"]);
            Assert.Contains("noindex", page.Headers["X-Robots-Tag"], StringComparison.Ordinal);
            var policy = page.Headers["Content-Security-Policy"];
            foreach (var directive in new[]
            {
                "default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
            })
            {
                Assert.Contains(directive, policy, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Cookies_are_secure_behind_a_https_proxy()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        var link = await app.CreateRelaunchLink();
        using var proxy = app.NewHttpClient();
        var page = await proxy.GetAsync(link + "?lang=en", TestContext.Current.CancellationToken);
        var start = await proxy.GetAsync("/desk/sign-in?lang=en", TestContext.Current.CancellationToken);
        var form = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = new Browser.Page(page.StatusCode, await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), []).FormToken;
        using var answer = new HttpRequestMessage(HttpMethod.Post, link)
        {
            Content = new FormUrlEncodedContent([new("answer", "still-looking"), new("__RequestVerificationToken", token)]),
        };
        answer.Headers.Add("Cookie", form);
        var answered = await proxy.SendAsync(answer, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answered.StatusCode);
        var cookies = new[] { page, start, answered }.SelectMany(a => a.Headers.GetValues("Set-Cookie")).ToArray();
        Assert.Equal(
            ["__Host-followup-form", "__Host-followup-form", "followup-answered", "followup-language"], cookies.Select(c => c.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/desk/sign-in")]
    [InlineData("/demo/mailbox")]
    [InlineData("/nowhere")]
    public async Task Pages_have_nothing_inline(string path)
    {
        await using var app = await TestApp.Start();

        var page = await app.NewBrowser().Get(path);

        Assert.DoesNotContain(" style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Style_sheet_is_immutable_under_its_version()
    {
        await using var app = await TestApp.Start();
        var browser = app.NewBrowser();
        var address = (await browser.Get("/")).Html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        var sheet = await browser.Get(address);

        Assert.StartsWith("text/css", sheet.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("immutable", sheet.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", (await browser.Get("/assets/app.css?v=old")).Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Get("/assets/secret.txt")).Status);
    }
}
