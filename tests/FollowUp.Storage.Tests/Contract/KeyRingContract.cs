using FollowUp.Storage.Shared;
using FollowUp.Storage.Tests.Given;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Setup;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>The key ring that protects links in mails: every process reads links of every other process, whichever key protects them.</summary>
public abstract class KeyRingContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    static readonly Link Sample = new(
        LinkPurpose.RelaunchAnswer, "P-1", 1, 7, A.Camille, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()) + Duration.FromDays(1));

    [Fact]
    public async Task Link_survives_restarts_and_key_rotation_in_every_process()
    {
        var tokens = new List<string>();
        for (var start = 0; start < 4; start++)
        {
            await using var process = StartProcess(Store);
            tokens.Add(process.GetRequiredService<LinkTokens>().CreateToken(Sample));
            Rotate(process, start);
            await Reopen();
        }

        using var other = await OpenAnother();
        await using var reading = StartProcess(other);

        Assert.Equal(4, tokens.Select(KeyOf).Distinct().Count());
        Assert.All(tokens, token => Assert.Equal(Sample.Key, reading.GetRequiredService<LinkTokens>().ReadToken(token)?.Key));
    }

    [Fact]
    public async Task Revoked_key_invalidates_its_links()
    {
        string revoked, valid;
        await using (var process = StartProcess(Store))
        {
            revoked = process.GetRequiredService<LinkTokens>().CreateToken(Sample);
            Rotate(process, 0);
            process.GetRequiredService<IKeyManager>().RevokeKey(KeyOf(revoked), "stolen");
        }

        await Reopen();
        await using (var process = StartProcess(Store))
        {
            valid = process.GetRequiredService<LinkTokens>().CreateToken(Sample);
        }

        using var other = await OpenAnother();
        await using var reading = StartProcess(other);

        Assert.Null(reading.GetRequiredService<LinkTokens>().ReadToken(revoked));
        Assert.NotNull(reading.GetRequiredService<LinkTokens>().ReadToken(valid));
    }

    /// <summary>The services of a host that starts on this store.</summary>
    static ServiceProvider StartProcess(IStore store) => new ServiceCollection()
        .AddLogging().AddSingleton(TimeProvider.System).AddSingleton(store.KeyRing).AddFollowUpPages().BuildServiceProvider();

    static void Rotate(IServiceProvider process, int times)
    {
        var now = TimeProvider.System.GetUtcNow();
        process.GetRequiredService<IKeyManager>().CreateNewKey(now.AddSeconds(times + 1), now.AddDays(90));
    }

    /// <summary>Data Protection writes the key's id after four bytes of its own.</summary>
    static Guid KeyOf(string token) => new(System.Buffers.Text.Base64Url.DecodeFromChars(token).AsSpan(4, 16));
}
