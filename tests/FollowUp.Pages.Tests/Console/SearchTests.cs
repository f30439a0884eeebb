using System.Net;

namespace FollowUp.Pages.Tests.Console;

public sealed class SearchTests
{
    [Fact]
    public async Task Another_language_shows_the_same_list_and_leads_to_the_same_place()
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Camille);

        var list = await browser.Get("/desk/search?s=0123&phase=in-follow-up&lang=fr&done=x");
        var signIn = await house.NewBrowser().Get("/desk/sign-in?project=P-1%26x");

        Assert.Contains("href=\"?s=0123&amp;phase=in-follow-up&amp;lang=en\" lang=\"en\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"?project=P-1%26x&amp;lang=en\"", signIn.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%EF%BF%BE")]
    [InlineData("x%EF%BF%BFx")]
    [InlineData("%ED%A0%80")]
    [InlineData("%00")]
    public async Task What_is_no_character_finds_nothing(string query)
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Camille);
        var cut = new string('a', 199) + "%F0%9F%98%80";

        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=" + query)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/desk/search?q=" + cut)).Status);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("\"")]
    [InlineData("\u0001")]
    [InlineData("ㄱ")]
    public async Task However_long_the_last_searches_were_the_newest_is_remembered(string letter)
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        await house.CreateProjectInFollowUp();
        var browser = await house.SignIn(TestApp.Camille);
        for (var i = 0; i < 9; i++)
        {
            var text = $"{i}{string.Concat(Enumerable.Repeat(letter, 199))}";

            var list = (await browser.Fill("/desk/search", new() { ["q"] = text })).Location;

            Assert.Contains($"value=\"{text}\"", WebUtility.HtmlDecode((await browser.Get(list)).Html), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sales_find_a_project_and_who_is_in_charge_and_nothing_of_the_person_behind_it()
    {
        await using var house = await TestApp.Start(o => o.Demo = true);
        await house.CreateProjectInFollowUp();

        var sales = await (await house.SignIn(TestApp.Simon)).Get("/desk/search");
        var camille = await (await house.SignIn(TestApp.Camille)).Get("/desk/search");

        Assert.Contains("Refonte du site", sales.Text, StringComparison.Ordinal);
        Assert.Contains("P-1 · Camille Aubertin", sales.Text, StringComparison.Ordinal);
        foreach (var personal in new[] { "Jeanne Martin", "Atelier Martin", "01 99 00 12 34" })
        {
            Assert.DoesNotContain(personal, sales.Text, StringComparison.Ordinal);
            Assert.Contains(personal, camille.Text, StringComparison.Ordinal);
        }
    }
}
