using System.Net;

namespace FollowUp.Pages.Tests.Console;

public sealed class SearchTests
{
    [Fact]
    public async Task Language_switch_keeps_the_search()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);

        var list = await browser.Get("/desk/search?s=0123&phase=in-follow-up&lang=fr&done=x");
        var signIn = await app.NewBrowser().Get("/desk/sign-in?project=P-1%26x");

        Assert.Contains("href=\"?s=0123&amp;phase=in-follow-up&amp;lang=en\" lang=\"en\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"?project=P-1%26x&amp;lang=en\"", signIn.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("x%EF%BF%BFx")]
    [InlineData("%ED%A0%80")]
    [InlineData("%00")]
    public async Task Invalid_characters_find_nothing(string query)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        var cut = new string('a', 199) + "%F0%9F%98%80";

        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=" + query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=" + cut)).Status);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("\"")]
    [InlineData("\u0001")]
    [InlineData("ㄱ")]
    public async Task Newest_search_is_remembered_after_long_ones(string letter)
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();
        var browser = await app.SignIn(TestApp.Camille);
        for (var i = 0; i < 9; i++)
        {
            var text = $"{i}{string.Concat(Enumerable.Repeat(letter, 199))}";

            var list = (await browser.Fill("/desk/search", new() { ["q"] = text })).Location;

            Assert.Contains($"value=\"{text}\"", WebUtility.HtmlDecode((await browser.Get(list)).Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sales_see_who_is_in_charge_and_no_client_data()
    {
        await using var app = await TestApp.Start(o => o.Demo = true);
        await app.CreateProjectInFollowUp();

        var sales = await (await app.SignIn(TestApp.Simon)).Get("/desk/search");
        var camille = await (await app.SignIn(TestApp.Camille)).Get("/desk/search");

        Assert.Contains("Refonte du site", sales.Text, StringComparison.Ordinal);
        Assert.Contains("P-1 · Camille Aubertin", sales.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Jeanne Martin", "Atelier Martin", "01 99 00 12 34" })
        {
            Assert.DoesNotContain(personal, sales.Text, StringComparison.Ordinal);
            Assert.Contains(personal, camille.Text, StringComparison.Ordinal);
        }
    }
}
