using System.Diagnostics;
using System.Net;
using FollowUp.Domain.Tests.Given;
using FollowUp.Web.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>
/// 100,000 invalid tokens against the reader and 5,000 through HTTP; a million and 20,000 with FOLLOWUP_RELEASE=1. FOLLOWUP_SEED repeats a run.
/// </summary>
public sealed class MutatedTokenTests(ITestOutputHelper output)
{
    static readonly bool IsRelease = Environment.GetEnvironmentVariable("FOLLOWUP_RELEASE") == "1";
    static readonly int Tokens = IsRelease ? 1_000_000 : 100_000;
    static readonly int Requests = IsRelease ? 20_000 : 5_000;

    const int Shards = 8;

    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FOLLOWUP_SEED"), out var seed) ? seed : Environment.TickCount;

    [Fact]
    public async Task No_mutated_token_is_accepted_or_throws()
    {
        await using var app = await TestApp.Start();
        var real = await Living(app);
        var links = app.Services.GetRequiredService<LinkTokens>();
        var clock = Stopwatch.StartNew();

        Parallel.For(0, Shards, shard =>
        {
            var tokens = Mutations(app, real, Seed + shard);
            for (var i = 0; i < Tokens / Shards; i++)
            {
                var token = tokens.Next();
                Assert.True(links.ReadToken(token) is null, $"Accepted, with seed {Seed}: {token}");
            }
        });

        Measurements.Report(output, $"Mutated tokens: {Tokens:N0}, none accepted, seed {Seed}, in {clock.Elapsed.TotalSeconds:F1} s");
        Assert.All(real, token => Assert.NotNull(links.ReadToken(token)));
    }

    [Fact]
    public async Task Mutated_token_gets_the_unknown_link_page_and_changes_nothing()
    {
        await using var app = await TestApp.Start();
        var real = await Living(app);
        var before = (await app.Project("P-1")).Version;
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, Shards).Select(shard => Task.Run(async () =>
        {
            var tokens = Mutations(app, real, Seed - 1 - shard);
            var browser = app.NewBrowser();
            for (var i = 0; i < Requests / Shards; i++)
            {
                var token = tokens.Next();
                var path = "/l/" + Uri.EscapeDataString(token);
                var page = (i % 4) switch
                {
                    0 => await browser.Get(path),
                    1 => await browser.Head(path),
                    2 => await browser.Post(path, new() { ["answer"] = "still-looking", ["approve"] = "true" }),
                    _ => await browser.Post(path + "/unsubscribe", new() { ["List-Unsubscribe"] = "One-Click" }),
                };
                Assert.True(page.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{page.Status}, with seed {Seed}: {token}");
            }
        })));

        Measurements.Report(output, $"Mutated tokens through HTTP: {Requests:N0}, none accepted, none answered by a 5xx, seed {Seed}, in {clock.Elapsed.TotalSeconds:F1} s");
        Assert.Equal(before, (await app.Project("P-1")).Version);
    }

    static MutatedTokens Mutations(TestApp app, IReadOnlyList<string> real, int seed) => new(
        real, app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FollowUp.Links.v2"), seed);

    /// <summary>Valid tokens of every purpose, for two projects, under three keys.</summary>
    static async Task<IReadOnlyList<string>> Living(TestApp app)
    {
        var first = (await app.CreateRelaunchLink())["/l/".Length..];
        var links = app.Services.GetRequiredService<LinkTokens>();
        var held = links.ReadToken(first)!;
        var living = new List<string> { first };
        for (var key = 1; key <= 3; key++)
        {
            var now = TimeProvider.System.GetUtcNow();
            app.Services.GetRequiredService<IKeyManager>().CreateNewKey(now.AddSeconds(key), now.AddDays(90));
            living.AddRange(Enum.GetValues<LinkPurpose>().SelectMany(purpose => new[] { "P-1", "P-2" }.Select(
                project => links.CreateToken(held with { Purpose = purpose, ProjectId = project, Expires = held.Expires + Duration.FromDays(key) }))));
        }

        return living;
    }
}
