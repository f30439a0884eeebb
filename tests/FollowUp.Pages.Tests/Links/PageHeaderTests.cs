namespace FollowUp.Pages.Tests.Links;

public sealed class PageHeaderTests
{
    [Fact]
    public async Task Link_pages_are_kept_by_nobody_framed_by_nobody_and_run_nothing()
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var browser = house.NewBrowser();

        foreach (var page in new[] { await browser.Get(link), await browser.Get("/l/unknown"), await browser.Get(link + "/unsubscribe") })
        {
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
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
    public async Task Behind_a_proxy_every_cookie_is_for_https_alone()
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        var link = await house.CreateRelaunchLink();
        using var proxy = house.NewHttpClient();
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
            ["followup-answered", "followup-form", "followup-form", "followup-language"], cookies.Select(c => c.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/desk/sign-in")]
    [InlineData("/demo/mailbox")]
    [InlineData("/nowhere")]
    public async Task No_page_has_anything_inline(string path)
    {
        await using var house = await TestApp.Start();

        var page = await house.NewBrowser().Get(path);

        Assert.DoesNotContain(" style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_style_sheet_is_served_from_the_assembly_and_kept_for_good_under_its_own_version()
    {
        await using var house = await TestApp.Start();
        var browser = house.NewBrowser();
        var address = (await browser.Get("/")).Html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        var sheet = await browser.Get(address);

        Assert.StartsWith("text/css", sheet.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("immutable", sheet.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", (await browser.Get("/assets/app.css?v=old")).Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Get("/assets/secret.txt")).Status);
    }
}
