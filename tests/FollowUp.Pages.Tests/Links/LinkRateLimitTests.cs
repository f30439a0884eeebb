using System.Net;
using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Web.Links;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>How often one network address may send and guess: an office may, a machine may not, and nobody shuts somebody else out.</summary>
public sealed class LinkRateLimitTests
{
    const string Office = "192.0.2.7", Elsewhere = "192.0.2.8";

    [Theory]
    [InlineData(Office, Office, Elsewhere)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]
    [InlineData("::ffff:192.0.2.7", Office, "::ffff:192.0.2.8")]
    public async Task Whoever_guesses_links_is_turned_away_and_nobody_else_is(string guesser, string sameNetwork, string elsewhere)
    {
        await using var house = await TestApp.Start();
        var link = await house.CreateRelaunchLink();
        var (guessing, neighbour) = (house.NewBrowser(from: guesser), house.NewBrowser(from: sameNetwork));
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guessing.Get($"/l/guess-{i}")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await guessing.Get("/l/another")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await neighbour.Post("/l/another", [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.Get(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.NewBrowser(from: elsewhere).Get("/l/another")).Status);
    }

    [Fact]
    public async Task One_network_address_sends_so_many_forms_a_minute_whatever_links_it_holds()
    {
        await using var house = await TestApp.Start();
        await house.CreateProjectInFollowUp();
        var browser = house.NewBrowser(from: Office);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            var link = Link(house, step: i);
            for (var n = 0; n < 16; n++)
            {
                statuses.Add((await browser.Post(link, [])).Status);
            }
        }

        Assert.Equal(300, statuses.Count(s => s == HttpStatusCode.BadRequest));
        Assert.All(statuses.Skip(300), s => Assert.Equal(HttpStatusCode.TooManyRequests, s));
        Assert.Equal(HttpStatusCode.BadRequest, (await house.NewBrowser(from: Elsewhere).Post(Link(house, step: 0), [])).Status);
    }

    [Theory]
    [InlineData(Office, 30)]
    [InlineData("127.0.0.1", 50)]
    [InlineData("::ffff:127.0.0.1", 50)]
    [InlineData(null, 50)]
    public async Task One_network_address_fills_no_more_than_its_share_of_letter_boxes_and_a_proxy_keeps_nobody_out(string? from, int mails)
    {
        await using var house = await TestApp.Start();
        for (var i = 0; i < 10; i++)
        {
            await house.PutStaff(new Staff($"staff-{i}@demo.example", $"Staff {i}", Role.Coordinator, [Language.French]));
        }

        var browser = house.NewBrowser(from: from);
        for (var i = 0; i < 50; i++)
        {
            var page = await browser.Fill("/desk/sign-in", new() { ["email"] = $"staff-{i % 10}@demo.example" });
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }

        Assert.Equal(mails, (await house.AllMails()).Length);
        await house.NewBrowser(from: Elsewhere).Fill("/desk/sign-in", new() { ["email"] = TestApp.Camille.Id });
        Assert.Equal(mails + 1, (await house.AllMails()).Length);
    }

    static string Link(TestApp house, long step) => "/l/" + house.Services.GetRequiredService<LinkTokens>().CreateToken(
        new Link(LinkPurpose.ClientPage, "P-1", 1, step, TestApp.Client, house.Now + Duration.FromDays(1)));
}
