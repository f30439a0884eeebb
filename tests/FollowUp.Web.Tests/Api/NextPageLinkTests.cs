using FollowUp.Web.Api.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FollowUp.Web.Tests.Api;

public sealed class NextPageLinkTests
{
    static readonly string[] Items = [.. Enumerable.Range(0, 120).Select(i => $"P-{i:D3}")];

    [Fact]
    public void Pages_in_order_hold_every_item_once()
    {
        var (pages, after) = (new List<string[]>(), (string?)null);
        do
        {
            var (page, link) = Get(after);
            pages.Add(page);
            after = link is null ? null : QueryHelpers.ParseQuery(link[(link.IndexOf('?', StringComparison.Ordinal))..link.IndexOf('>', StringComparison.Ordinal)])["after"].ToString();
        }
        while (after is not null);

        Assert.Equal([50, 50, 20], pages.Select(page => page.Length));
        Assert.Equal(Items, pages.SelectMany(page => page));
    }

    [Fact]
    public void The_link_keeps_the_other_parameters() =>
        Assert.Equal("</api/queue?staff=camille@demo.example&after=P-049>; rel=\"next\"", Get(null).Link);

    [Fact]
    public void A_removed_item_ends_its_page_at_the_same_place() => Assert.Equal("P-050", Get("P-0495").Page[0]);

    static (string[] Page, string? Link) Get(string? after)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/api/queue";
        http.Request.QueryString = new QueryString($"?staff=camille%40demo.example{(after is null ? "" : "&after=" + after)}");
        var page = NextPageLink.TakePage(http, Items.Reverse(), item => item, after);
        return (page, http.Response.Headers.Link.Count == 0 ? null : http.Response.Headers.Link.ToString());
    }
}
