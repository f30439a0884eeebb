using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using FollowUp.Web.Links;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Each thing that a link is for, in each state that a link may be in, through HTTP.</summary>
public sealed class EveryLinkTests
{
    public static TheoryData<string> Names => [.. LinkScenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Used_it_acts_and_its_page_says_what_was_recorded(string name)
    {
        await using var house = await TestApp.Start();
        var (path, link) = await Mailed(house, name);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);

        var done = await path.PostAnswer(browser, link, path.Answer);

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.NotEqual(before, await path.Effect(house, browser));
        Assert.Contains(path.RecordedText, (await house.NewBrowser().Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Used_again_it_says_what_was_recorded_and_does_nothing(string name)
    {
        await using var house = await TestApp.Start();
        var (path, link) = await Mailed(house, name);
        await path.PostAnswer(house.NewBrowser(), link, path.Answer);
        var later = house.NewBrowser();
        var before = await path.Effect(house, later);

        var again = await path.PostAnswer(later, link, path.Answer);
        var other = path.OtherAnswer is { } answer ? await path.PostAnswer(later, link, answer) : null;

        Assert.Equal(path.RepeatStatus, again.Status);
        Assert.Contains(path.RecordedText, (again.Status == HttpStatusCode.SeeOther ? await later.Get(link) : again).Text, StringComparison.Ordinal);
        if (other is not null)
        {
            Assert.Equal(HttpStatusCode.Conflict, other.Status);
            Assert.Contains(path.RecordedText, other.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await path.Effect(house, later));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Used_by_eight_at_once_it_acts_once(string name)
    {
        await using var alone = await TestApp.Start();
        var (path, single) = await Mailed(alone, name);
        await path.PostAnswer(alone.NewBrowser(), single, path.Answer);
        await using var house = await TestApp.Start();
        var (_, link) = await Mailed(house, name);
        var browsers = Enumerable.Range(0, 8).Select(_ => house.NewBrowser()).ToArray();

        var pages = await Task.WhenAll(browsers.Select(browser => path.PostAnswer(browser, link, path.Answer)));

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
        await using var house = await TestApp.Start();
        var (path, link) = await Mailed(house, name);
        await path.MakeObsolete(house);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);

        var shown = await browser.Get(link);
        var posted = await path.PostAnswer(browser, link, path.Answer);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(path.ObsoleteText, shown.Text, StringComparison.Ordinal);
        Assert.Equal(path.NeverObsolete ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict, posted.Status);
        Assert.Equal(path.NeverObsolete, before != await path.Effect(house, browser));
        if (!path.NeverObsolete)
        {
            Assert.Contains(path.ObsoleteText, posted.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Expired_it_is_unknown(string name)
    {
        await using var house = await TestApp.Start();
        var (path, link) = await Mailed(house, name);
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);
        house.Time.Advance(LinkTokens.GetLifetime(path.Purpose).ToTimeSpan());

        await Unknown(path, browser, link);

        Assert.Equal(before, await path.Effect(house, browser));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Forged_by_one_bit_it_is_unknown(string name)
    {
        await using var house = await TestApp.Start();
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
        await using var house = await TestApp.Start();
        var (path, link) = await Mailed(house, name);
        var links = house.Services.GetRequiredService<LinkTokens>();
        var held = links.ReadToken(link["/l/".Length..])!;
        var browser = house.NewBrowser();
        var before = await path.Effect(house, browser);

        foreach (var purpose in Enum.GetValues<LinkPurpose>().Except(path.PurposesWithSameForm))
        {
            var posted = await path.PostAnswer(house.NewBrowser(), "/l/" + links.CreateToken(held with { Purpose = purpose }), path.Answer);
            Assert.True((int)posted.Status < 500, $"{purpose}: {posted.Status}");
        }

        Assert.Equal(before, await path.Effect(house, browser));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_outlives_its_key_and_dies_with_it(string name)
    {
        await using var house = await TestApp.Start();
        var (path, link) = await Mailed(house, name);
        var links = house.Services.GetRequiredService<LinkTokens>();
        var keys = house.Services.GetRequiredService<IKeyManager>();
        var held = links.ReadToken(link["/l/".Length..])!;
        var made = new List<string> { link };
        for (var rotation = 1; rotation <= 3; rotation++)
        {
            var now = TimeProvider.System.GetUtcNow();
            var key = keys.CreateNewKey(now.AddSeconds(rotation), now.AddDays(90)).KeyId;
            var next = held with { Expires = held.Expires + Duration.FromSeconds(rotation) };
            await Eventually(() => KeyOf("/l/" + links.CreateToken(next)) == key);
            made.Add("/l/" + links.CreateToken(next));
        }

        Assert.Equal(4, made.Select(KeyOf).Distinct().Count());
        Assert.All(made, one => Assert.NotNull(links.ReadToken(one["/l/".Length..])));
        var browser = house.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(link)).Status);

        keys.RevokeKey(KeyOf(link), "stolen");
        await Eventually(() => links.ReadToken(link["/l/".Length..]) is null);

        var before = await path.Effect(house, browser);
        await Unknown(path, house.NewBrowser(), link);
        Assert.Equal(before, await path.Effect(house, browser));
        Assert.Equal(HttpStatusCode.SeeOther, (await path.PostAnswer(browser, made[1], path.Answer)).Status);
        Assert.NotEqual(before, await path.Effect(house, browser));
    }

    static async Task<(LinkScenario Path, string Link)> Mailed(TestApp house, string name)
    {
        var path = LinkScenarios.All[name];
        var link = await path.CreateLink(house);
        Assert.Equal(path.Purpose, house.Services.GetRequiredService<LinkTokens>().ReadToken(link["/l/".Length..])?.Purpose);
        return (path, link);
    }

    static async Task Unknown(LinkScenario path, Browser browser, string link)
    {
        foreach (var page in new[] { await browser.Get(link), await path.PostAnswer(browser, link, path.Answer) })
        {
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("Ce lien n’est plus valable", page.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Data Protection reads its ring anew behind the next call that needs it.</summary>
    static async Task Eventually(Func<bool> holds)
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
