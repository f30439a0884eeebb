using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using FollowUp.Web.Links;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>Every link purpose in every state of a link, over HTTP.</summary>
public sealed class EveryLinkTests
{
    public static TheoryData<string> Names => [.. LinkScenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task First_use_is_recorded_and_shown(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        var browser = app.NewBrowser();
        var before = await path.Effect(app, browser);

        var done = await path.PostAnswer(browser, link, path.Answer);

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.NotEqual(before, await path.Effect(app, browser));
        Assert.Contains(path.RecordedText, (await app.NewBrowser().Get(link)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Second_use_shows_what_was_recorded_and_changes_nothing(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        await path.PostAnswer(app.NewBrowser(), link, path.Answer);
        var later = app.NewBrowser();
        var before = await path.Effect(app, later);

        var again = await path.PostAnswer(later, link, path.Answer);
        var other = path.OtherAnswer is { } answer ? await path.PostAnswer(later, link, answer) : null;

        Assert.Equal(path.RepeatStatus, again.Status);
        Assert.Contains(path.RecordedText, (again.Status == HttpStatusCode.SeeOther ? await later.Get(link) : again).Text, StringComparison.Ordinal);
        if (other is not null)
        {
            Assert.Equal(HttpStatusCode.Conflict, other.Status);
            Assert.Contains(path.RecordedText, other.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await path.Effect(app, later));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Eight_concurrent_uses_are_recorded_once(string name)
    {
        await using var alone = await TestApp.Start();
        var (path, single) = await Mailed(alone, name);
        await path.PostAnswer(alone.NewBrowser(), single, path.Answer);
        await using var app = await TestApp.Start();
        var (_, link) = await Mailed(app, name);
        var browsers = Enumerable.Range(0, 8).Select(_ => app.NewBrowser()).ToArray();

        var pages = await Task.WhenAll(browsers.Select(browser => path.PostAnswer(browser, link, path.Answer)));

        Assert.All(pages, page => Assert.Contains(page.Status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.OK, HttpStatusCode.Conflict }));
        if (path.Purpose == LinkPurpose.SignIn)
        {
            Assert.Single(pages, page => page.Status == HttpStatusCode.SeeOther);
        }
        else
        {
            Assert.Equal(await path.Effect(alone, alone.NewBrowser()), await path.Effect(app, app.NewBrowser()));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Obsolete_link_shows_what_happened_instead(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        await path.MakeObsolete(app);
        var browser = app.NewBrowser();
        var before = await path.Effect(app, browser);

        var shown = await browser.Get(link);
        var posted = await path.PostAnswer(browser, link, path.Answer);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains(path.ObsoleteText, shown.Text, StringComparison.Ordinal);
        Assert.Equal(path.NeverObsolete ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict, posted.Status);
        Assert.Equal(path.NeverObsolete, before != await path.Effect(app, browser));
        if (!path.NeverObsolete)
        {
            Assert.Contains(path.ObsoleteText, posted.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Expired_link_is_unknown(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        var browser = app.NewBrowser();
        var before = await path.Effect(app, browser);
        app.Time.Advance(LinkTokens.GetLifetime(path.Purpose).ToTimeSpan());

        await Unknown(path, browser, link);

        Assert.Equal(before, await path.Effect(app, browser));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Link_with_one_changed_bit_is_unknown(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        var browser = app.NewBrowser();
        var before = await path.Effect(app, browser);
        var bytes = Base64Url.DecodeFromChars(link.AsSpan("/l/".Length));
        for (var bit = 0; bit < bytes.Length * 8; bit += 61)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            await Unknown(path, browser, "/l/" + Base64Url.EncodeToString(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal(before, await path.Effect(app, browser));
        Assert.Equal(link, "/l/" + Base64Url.EncodeToString(bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Answer_is_refused_by_a_link_of_another_purpose(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        var links = app.Services.GetRequiredService<LinkTokens>();
        var held = links.ReadToken(link["/l/".Length..])!;
        var browser = app.NewBrowser();
        var before = await path.Effect(app, browser);

        foreach (var purpose in Enum.GetValues<LinkPurpose>().Except(path.PurposesWithSameForm))
        {
            var posted = await path.PostAnswer(app.NewBrowser(), "/l/" + links.CreateToken(held with { Purpose = purpose }), path.Answer);
            Assert.True((int)posted.Status < 500, $"{purpose}: {posted.Status}");
        }

        Assert.Equal(before, await path.Effect(app, browser));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Link_survives_key_rotation_and_ends_when_its_key_is_revoked(string name)
    {
        await using var app = await TestApp.Start();
        var (path, link) = await Mailed(app, name);
        var links = app.Services.GetRequiredService<LinkTokens>();
        var keys = app.Services.GetRequiredService<IKeyManager>();
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
        var browser = app.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(link)).Status);

        keys.RevokeKey(KeyOf(link), "stolen");
        await Eventually(() => links.ReadToken(link["/l/".Length..]) is null);

        var before = await path.Effect(app, browser);
        await Unknown(path, app.NewBrowser(), link);
        Assert.Equal(before, await path.Effect(app, browser));
        Assert.Equal(HttpStatusCode.SeeOther, (await path.PostAnswer(browser, made[1], path.Answer)).Status);
        Assert.NotEqual(before, await path.Effect(app, browser));
    }

    static async Task<(LinkScenario Path, string Link)> Mailed(TestApp app, string name)
    {
        var path = LinkScenarios.All[name];
        var link = await path.CreateLink(app);
        Assert.Equal(path.Purpose, app.Services.GetRequiredService<LinkTokens>().ReadToken(link["/l/".Length..])?.Purpose);
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

    /// <summary>Data Protection reloads its key ring in the background of the next call that needs it.</summary>
    static async Task Eventually(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "The key ring is not read again.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The id of the key that protects a token; it follows a header of four bytes.</summary>
    static Guid KeyOf(string link) => new(Base64Url.DecodeFromChars(link.AsSpan("/l/".Length)).AsSpan(4, 16));
}
