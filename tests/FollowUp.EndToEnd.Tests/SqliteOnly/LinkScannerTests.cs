using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Domain.Tests.Given;
using FollowUp.EndToEnd.Tests.Browsers;
using Microsoft.Playwright;

namespace FollowUp.EndToEnd.Tests.SqliteOnly;

/// <summary>
/// What filters of mail services do with every link of every mail of the demo. It decides nothing and counts as no sign of life. One host serves
/// the browser and the crawler. The probes have a host of their own: they compare answers, and the crawler uses up the limit of unknown links.
/// </summary>
public sealed partial class LinkScannerTests(LinkScannerTests.SampleDemo demo, ITestOutputHelper output) : IClassFixture<LinkScannerTests.SampleDemo>
{
    /// <summary>A browser takes a quarter of a second a link: in a test run it opens the links of one mail of each kind, at a release all.</summary>
    static readonly bool IsRelease = Environment.GetEnvironmentVariable("FOLLOWUP_RELEASE") == "1";

    [Fact]
    public async Task HEAD_and_GET_of_every_link_decide_nothing()
    {
        await using var host = await HostProcess.StartSampleDemo();
        var links = await GetLinks(host);
        var before = await CaptureState(host);
        var clock = Stopwatch.StartNew();

        foreach (var link in links)
        {
            using var probe = new HttpRequestMessage(HttpMethod.Head, link);
            using var probed = await host.AnonymousClient.SendAsync(probe, TestContext.Current.CancellationToken);
            using var opened = await host.AnonymousClient.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(probed.StatusCode == opened.StatusCode && (int)opened.StatusCode < 500, $"{link}: {probed.StatusCode}, {opened.StatusCode}");
        }

        Assert.Equal(before, await CaptureState(host));
        Measurements.Report(output, $"Scanner: {links.Count} links by HEAD and GET, nothing decided, in {clock.Elapsed.TotalSeconds:F1} s");
    }

    [Fact]
    public async Task A_browser_that_runs_scripts_decides_nothing()
    {
        await using var chromium = await PlaywrightBrowser.Start();
        var page = await chromium.OpenPage();
        var host = demo.Host;
        var links = await GetLinks(host, ofEachKind: !IsRelease);
        var before = await CaptureState(host);
        var clock = Stopwatch.StartNew();

        foreach (var link in links)
        {
            await page.GotoAsync(link.AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            Assert.NotEmpty(await page.TitleAsync());
        }

        Assert.Equal(before, await CaptureState(host));
        Measurements.Report(output, $"Scanner: {links.Count} links in a browser that runs scripts, nothing decided, in {clock.Elapsed.TotalSeconds:F1} s");
    }

    [Fact]
    public async Task A_crawler_that_follows_every_link_decides_nothing()
    {
        var host = demo.Host;
        var links = await GetLinks(host);
        var before = await CaptureState(host);
        var clock = Stopwatch.StartNew();
        using var crawler = host.CreateClient();
        var seen = new HashSet<string>();
        var next = new Queue<Uri>(links);

        while (next.TryDequeue(out var address))
        {
            if (!seen.Add(address.AbsoluteUri))
            {
                continue;
            }

            using var answer = await crawler.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {answer.StatusCode}");
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var found in Addresses().Matches(page).Select(m => m.Groups[1].Value).Append(answer.Headers.Location?.ToString() ?? ""))
            {
                if (Uri.TryCreate(address, WebUtility.HtmlDecode(found), out var absolute) && absolute.Authority == address.Authority)
                {
                    next.Enqueue(absolute);
                }
            }
        }

        Assert.Equal(before, await CaptureState(host));
        Assert.True(seen.Count > links.Count);
        Measurements.Report(output, $"Scanner: {links.Count} links followed to {seen.Count} addresses, nothing decided, in {clock.Elapsed.TotalSeconds:F1} s");
    }

    /// <summary>The links of buttons and small print, and the addresses for opting out.</summary>
    /// <param name="ofEachKind">Those of the newest mail of each kind; otherwise of all mails.</param>
    static async Task<IReadOnlyList<Uri>> GetLinks(HostProcess host, bool ofEachKind = false)
    {
        var all = await host.GetMails();
        var mails = ofEachKind ? [.. all.DistinctBy(mail => mail.Kind)] : all;
        var links = mails.SelectMany(m => m.AllLinks).Distinct().Select(a => new Uri(a)).Where(a => a.Authority == host.Address.Authority).ToList();
        Assert.Contains(links, a => a.AbsolutePath.EndsWith("/unsubscribe", StringComparison.Ordinal));
        Assert.True(links.Count > mails.Count);
        return links;
    }

    /// <summary>Every project with its timeline, last sign of life and next action, and the number of mails that left.</summary>
    static async Task<string> CaptureState(HostProcess host) => $"{await host.RunCommand("export")}\n{(await host.GetMails()).Count} mails";

    /// <summary>The demo with its sample projects.</summary>
    public sealed class SampleDemo : IAsyncLifetime
    {
        public HostProcess Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await HostProcess.StartSampleDemo();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"#]+)\"")]
    private static partial Regex Addresses();
}
