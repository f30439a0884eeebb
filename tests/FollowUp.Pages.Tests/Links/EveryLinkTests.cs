using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using FollowUp.Web;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests;

/// <summary>Each thing that a link is for, in each state that a link may be in, through HTTP.</summary>
public sealed class EveryLinkTests
{
    public static TheoryData<string> Names => [.. LinkPaths.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Used_it_acts_and_its_page_says_what_was_recorded(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);

        var done = await path.Post(browser, link, path.Answer);

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.NotEqual(before, await path.Effect(house, browser));
        Assert.Contains(path.Says, (await house.NewBrowser().Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Used_again_it_says_what_was_recorded_and_does_nothing(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        await path.Post(house.NewBrowser(), link, path.Answer);
        var later = house.NewBrowser();
        var before = await path.Effect(house, later);

        var again = await path.Post(later, link, path.Answer);
        var other = path.Other is { } answer ? await path.Post(later, link, answer) : null;

        Assert.Equal(path.Again, again.Status);
        Assert.Contains(path.Says, (again.Status == HttpStatusCode.SeeOther ? await later.Get(link) : again).Text, StringComparison.Ordinal);
        if (other is not null)
        {
            Assert.Equal(HttpStatusCode.Conflict, other.Status);
            Assert.Contains(path.Says, other.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await path.Effect(house, later));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Used_by_eight_at_once_it_acts_once(string name)
    {
        await using var alone = await House.Open();
        var (path, single) = await Mailed(alone, name);
        await path.Post(alone.NewBrowser(), single, path.Answer);
        await using var house = await House.Open();
        var (_, link) = await Mailed(house, name);
        var browsers = Enumerable.Range(0, 8).Select(_ => house.NewBrowser()).ToArray();

        var pages = await Task.WhenAll(browsers.Select(browser => path.Post(browser, link, path.Answer)));

        Assert.All(pages, page => Assert.Contains(page.Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.OK, HttpStatusCode.Conflict }));
        if (path.Purpose == LinkPurpose.SignIn)
        {
            Assert.Single(pages, page => page.Status == HttpStatusCode.SeeOther);
        }
        else
        {
            Assert.Equal(await path.Effect(alone, alone.NewBrowser()), await path.Effect(house, house.NewBrowser()));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Overtaken_it_says_what_happened_instead(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        await path.Overtake(house);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);

        var shown = await browser.Get(link);
        var posted = await path.Post(browser, link, path.Answer);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(path.Instead, shown.Text, StringComparison.Ordinal);
        Assert.Equal(path.OutlivesAll ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict, posted.Status);
        Assert.Equal(path.OutlivesAll, before != await path.Effect(house, browser));
        if (!path.OutlivesAll)
        {
            Assert.Contains(path.Instead, posted.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Expired_it_is_unknown(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);
        house.Time.Advance(LinkBuilder.Lifetime(path.Purpose).ToTimeSpan());

        await Unknown(path, browser, link);

        Assert.Equal(before, await path.Effect(house, browser));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Forged_by_one_bit_it_is_unknown(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);
        var bytes = Base64Url.DecodeFromChars(link.AsSpan("/l/".Length));
        for (var bit = 0; bit < bytes.Length * 8; bit += 61)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await Unknown(path, browser, "/l/" + Base64Url.EncodeToString(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(before, await path.Effect(house, browser));
        Assert.Equal(link, "/l/" + Base64Url.EncodeToString(bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_link_for_anything_else_does_not_take_its_answer(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        var links = house.Services.GetRequiredService<LinkBuilder>();
        var held = links.Read(link["/l/".Length..])!;
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);

        foreach (var purpose in Enum.GetValues<LinkPurpose>().Except(path.Alike))
        {
            var posted = await path.Post(house.NewBrowser(), "/l/" + links.Token(held with { Purpose = purpose }), path.Answer);
            Assert.True((int)posted.Status < 500, $"{purpose}: {posted.Status}");
        }

        Assert.Equal(before, await path.Effect(house, browser));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_outlives_its_key_and_dies_with_it(string name)
    {
        await using var house = await House.Open();
        var (path, link) = await Mailed(house, name);
        var links = house.Services.GetRequiredService<LinkBuilder>();
        var keys = house.Services.GetRequiredService<IKeyManager>();
        var held = links.Read(link["/l/".Length..])!;
        var made = new List<string> { link };
        for (var rotation = 1; rotation <= 3; rotation++)
        {
            var now = TimeProvider.System.GetUtcNow();
            var key = keys.CreateNewKey(now.AddSeconds(rotation), now.AddDays(90)).KeyId;
            var next = held with { Expires = held.Expires + Duration.FromSeconds(rotation) };
            await Soon(() => KeyOf("/l/" + links.Token(next)) == key);
            made.Add("/l/" + links.Token(next));
        }

        Assert.Equal(4, made.Select(KeyOf).Distinct().Count());
        Assert.All(made, one => Assert.NotNull(links.Read(one["/l/".Length..])));
        var browser = house.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(link)).Status);

        keys.RevokeKey(KeyOf(link), "stolen");
        await Soon(() => links.Read(link["/l/".Length..]) is null);

        var before = await path.Effect(house, browser);
        await Unknown(path, house.NewBrowser(), link);
        Assert.Equal(before, await path.Effect(house, browser));
        Assert.Equal(HttpStatusCode.SeeOther, (await path.Post(browser, made[1], path.Answer)).Status);
        Assert.NotEqual(before, await path.Effect(house, browser));
    }

    static async Task<(LinkPath Path, string Link)> Mailed(House house, string name)
    {
        var path = LinkPaths.All[name];
        var link = await path.Mailed(house);
        Assert.Equal(path.Purpose, house.Services.GetRequiredService<LinkBuilder>().Read(link["/l/".Length..])?.Purpose);
        return (path, link);
    }

    static async Task Unknown(LinkPath path, Browser browser, string link)
    {
        foreach (var page in new[] { await browser.Get(link), await path.Post(browser, link, path.Answer) })
        {
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("Ce lien n’est plus valable", page.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Data Protection reads its ring anew behind the next call that needs it.</summary>
    static async Task Soon(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "The key ring is not read anew.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Data Protection writes the key's id after four bytes of its own.</summary>
    static Guid KeyOf(string link) => new(Base64Url.DecodeFromChars(link.AsSpan("/l/".Length)).AsSpan(4, 16));
}
