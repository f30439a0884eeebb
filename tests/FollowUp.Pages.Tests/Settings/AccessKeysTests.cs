using FollowUp.Application.Settings;
using FollowUp.Storage.Sqlite;
using FollowUp.Web.Shared.Setup;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace FollowUp.Pages.Tests.Settings;

/// <summary>The keys of the website and of the mail gateway.</summary>
public sealed class AccessKeysTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("followup-keys-").FullName;
    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    readonly SqliteStore store;
    readonly AccessKeys keys;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public AccessKeysTests()
    {
        store = SqliteStore.Open(Path.Combine(folder, "followup.db"));
        keys = new AccessKeys(store.Settings, KeyRingServices.CreateSecretProtector(store.KeyRing), time);
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Key_is_printed_again_and_not_stored_in_plain_text()
    {
        var key = (await keys.GetOrCreate(AccessKeyKind.Website, Cancellation))!;
        Assert.Equal(key, await keys.GetOrCreate(AccessKeyKind.Website, Cancellation));
        Assert.True(await keys.IsValid(AccessKeyKind.Website, key, Cancellation));
        Assert.False(await keys.IsValid(AccessKeyKind.InboundMail, key, Cancellation));
        Assert.False(await keys.IsValid(AccessKeyKind.Website, "", Cancellation));
        Assert.False(await keys.IsValid(AccessKeyKind.Website, key + "x", Cancellation));
        Assert.All(await store.Settings.List("access-key:", Cancellation), row => Assert.DoesNotContain(key, row.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_key_is_valid_until_the_end_of_the_overlap()
    {
        var old = (await keys.GetOrCreate(AccessKeyKind.Website, Cancellation))!;
        var key = await keys.Rotate(AccessKeyKind.Website, Duration.FromDays(7), Cancellation);
        Assert.True(await keys.IsValid(AccessKeyKind.Website, old, Cancellation));
        Assert.True(await keys.IsValid(AccessKeyKind.Website, key, Cancellation));

        time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.True(await keys.IsValid(AccessKeyKind.Website, old, Cancellation));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await keys.IsValid(AccessKeyKind.Website, old, Cancellation));
        Assert.True(await keys.IsValid(AccessKeyKind.Website, key, Cancellation));
    }

    [Fact]
    public async Task Second_rotation_leaves_the_first_overlap_as_it_was()
    {
        var first = (await keys.GetOrCreate(AccessKeyKind.Website, Cancellation))!;
        var second = await keys.Rotate(AccessKeyKind.Website, Duration.FromDays(30), Cancellation);
        await keys.Rotate(AccessKeyKind.Website, Duration.FromDays(1), Cancellation);
        time.Advance(TimeSpan.FromDays(2));
        Assert.True(await keys.IsValid(AccessKeyKind.Website, first, Cancellation));
        Assert.False(await keys.IsValid(AccessKeyKind.Website, second, Cancellation));
    }

    [Fact]
    public async Task Rotation_without_an_overlap_refuses_every_old_key_at_once()
    {
        var first = (await keys.GetOrCreate(AccessKeyKind.Website, Cancellation))!;
        var second = await keys.Rotate(AccessKeyKind.Website, Duration.FromDays(30), Cancellation);
        await keys.Rotate(AccessKeyKind.Website, Duration.Zero, Cancellation);
        Assert.False(await keys.IsValid(AccessKeyKind.Website, first, Cancellation));
        Assert.False(await keys.IsValid(AccessKeyKind.Website, second, Cancellation));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await keys.Rotate(AccessKeyKind.Website, Duration.FromDays(31), Cancellation));
    }

    [Fact]
    public async Task Key_of_an_earlier_version_stays_valid_and_leaves_the_plain_row()
    {
        await store.Settings.Set("website-key", "from before", Cancellation);
        Assert.True(await keys.IsValid(AccessKeyKind.Website, "from before", Cancellation));
        Assert.Null(await store.Settings.Get("website-key", Cancellation));
        Assert.Equal("from before", await keys.GetOrCreate(AccessKeyKind.Website, Cancellation));
    }

    [Fact]
    public async Task Key_of_the_environment_replaces_the_stored_one()
    {
        var stored = (await keys.GetOrCreate(AccessKeyKind.Website, Cancellation))!;
        await keys.Set(AccessKeyKind.Website, "set by the environment", Cancellation);
        await keys.Set(AccessKeyKind.Website, "set by the environment", Cancellation);
        Assert.True(await keys.IsValid(AccessKeyKind.Website, "set by the environment", Cancellation));
        Assert.False(await keys.IsValid(AccessKeyKind.Website, stored, Cancellation));
        Assert.Null(await keys.GetOrCreate(AccessKeyKind.Website, Cancellation));
    }
}
