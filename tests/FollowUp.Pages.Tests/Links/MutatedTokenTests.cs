using System.Diagnostics;
using System.Net;
using FollowUp.Domain.Tests.Given;
using FollowUp.Web.Links;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Pages.Tests.Links;

/// <summary>One million tokens that are none, and twenty thousand of them through HTTP. FOLLOWUP_SEED repeats a run.</summary>
public sealed class MutatedTokenTests(ITestOutputHelper output)
{
    const int Tokens = 1_000_000;
    const int Requests = 20_000;
    const int Shards = 8;

    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("FOLLOWUP_SEED"), out var seed) ? seed : Environment.TickCount;

    [Fact]
    public async Task Of_a_million_mutated_tokens_none_is_accepted_and_none_breaks_anything()
    {
        await using var house = await TestApp.Start();
        var real = await Living(house);
        var links = house.Services.GetRequiredService<LinkTokens>();
        var clock = Stopwatch.StartNew();

        Parallel.For(0, Shards, shard =>
        {
            var tokens = Mutations(house, real, Seed + shard);
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
    public async Task Through_HTTP_each_gets_the_page_of_unknown_links_and_changes_nothing()
    {
        await using var house = await TestApp.Start();
        var real = await Living(house);
        var before = (await house.Project("P-1")).Version;
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, Shards).Select(shard => Task.Run(async () =>
        {
            var tokens = Mutations(house, real, Seed - 1 - shard);
            var browser = house.NewBrowser();
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
        Assert.Equal(before, (await house.Project("P-1")).Version);
    }

    static MutatedTokens Mutations(TestApp house, IReadOnlyList<string> real, int seed) => new(
        real, house.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("FollowUp.Links.v2"), seed);

    /// <summary>Of every purpose, for two projects, under three keys.</summary>
    static async Task<IReadOnlyList<string>> Living(TestApp house)
    {
        var first = (await house.CreateRelaunchLink())["/l/".Length..];
        var links = house.Services.GetRequiredService<LinkTokens>();
        var held = links.ReadToken(first)!;
        var living = new List<string> { first };
        for (var key = 1; key <= 3; key++)
        {
            var now = TimeProvider.System.GetUtcNow();
            house.Services.GetRequiredService<IKeyManager>().CreateNewKey(now.AddSeconds(key), now.AddDays(90));
            living.AddRange(Enum.GetValues<LinkPurpose>().SelectMany(purpose => new[] { "P-1", "P-2" }.Select(
                project => links.CreateToken(held with { Purpose = purpose, ProjectId = project, Expires = held.Expires + Duration.FromDays(key) }))));
        }

        return living;
    }
}
