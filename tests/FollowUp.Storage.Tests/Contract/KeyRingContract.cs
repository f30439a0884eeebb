using FollowUp.Storage.Tests.Given;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>The key ring under which the links of mails are made: every process reads what any other wrote, whichever key made it.</summary>
public abstract class KeyRingContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static readonly Link Held = new(
        LinkPurpose.RelaunchAnswer, "P-1", 1, 7, A.Camille, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + Duration.FromDays(1));

    [Fact]
    public async Task Links_live_over_restarts_and_changes_of_key_in_every_process()
    {
        var made = new List<string>();
        for (var start = 0; start < 4; start++)
        {
            await using var process = Process(Store);
            made.Add(process.GetRequiredService<LinkTokens>().CreateToken(Held));
            Rotate(process, start);
            await Reopen();
        }

        using var other = await OpenAnother();
        await using var reading = Process(other);

        Assert.Equal(4, made.Select(KeyOf).Distinct().Count());
        Assert.All(made, token => Assert.Equal(Held.Key, reading.GetRequiredService<LinkTokens>().ReadToken(token)?.Key));
    }

    [Fact]
    public async Task A_key_that_was_revoked_takes_its_links_with_it()
    {
        string dead, living;
        await using (var process = Process(Store))
        {
            dead = process.GetRequiredService<LinkTokens>().CreateToken(Held);
            Rotate(process, 0);
            process.GetRequiredService<IKeyManager>().RevokeKey(KeyOf(dead), "stolen");
        }

        await Reopen();
        await using (var process = Process(Store))
        {
            living = process.GetRequiredService<LinkTokens>().CreateToken(Held);
        }

        using var other = await OpenAnother();
        await using var reading = Process(other);

        Assert.Null(reading.GetRequiredService<LinkTokens>().ReadToken(dead));
        Assert.NotNull(reading.GetRequiredService<LinkTokens>().ReadToken(living));
    }

    /// <summary>The pages as a host that starts on this store would have them.</summary>
    static ServiceProvider Process(StoreClient store) => new ServiceCollection()
        .AddLogging().AddSingleton(TimeProvider.System).AddSingleton(store.KeyRing).AddFollowUpPages().BuildServiceProvider();

    static void Rotate(IServiceProvider process, int times)
    {
        var now = TimeProvider.System.GetUtcNow();
        process.GetRequiredService<IKeyManager>().CreateNewKey(now.AddSeconds(times + 1), now.AddDays(90));
    }

    /// <summary>Data Protection writes the key's id after four bytes of its own.</summary>
    static Guid KeyOf(string token) => new(System.Buffers.Text.Base64Url.DecodeFromChars(token).AsSpan(4, 16));
}
