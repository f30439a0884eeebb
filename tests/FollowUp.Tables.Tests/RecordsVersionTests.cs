using FollowUp.Application.People;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;
using FollowUp.Storage.Shared;
using FollowUp.Storage.Tables;
using FollowUp.Storage.Tests.Contract;
using FollowUp.Storage.Tests.Given;
using FollowUp.Tables.Tests.Given;

namespace FollowUp.Tables.Tests;

/// <summary>Staff, providers, tokens and keys are cached, and what another process changes counts within seconds.</summary>
public sealed class RecordsVersionTests : StoreContract<TablesUnderTest>
{
    const string KeySetting = "access-key:website-key";

    readonly SteppedTimeProvider time = new();
    readonly CountingPolicy counting = new();

    [Fact]
    public async Task Change_by_another_process_counts_within_the_check_time()
    {
        await Store.Tokens.Add("hash", A.Camille, A.Monday);
        await Store.Settings.Set(KeySetting, "old");
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Coordinator, [Language.French], 40));
        var other = await Data.OpenWith(Data.Options with { Time = time });
        Assert.Equal((A.Camille, "old"), (await other.Tokens.FindStaff("hash"), await other.Settings.Get(KeySetting)));
        Assert.Equal(Role.Coordinator, (await other.Directory.FindStaff(A.Camille))!.Role);

        await Store.Tokens.RemoveAll(A.Camille);
        await Store.Settings.Set(KeySetting, "new");
        await Store.Directory.PutStaff(new Staff(A.Camille, "Camille", Role.Manager, [Language.French], 40));
        time.Advance(Data.Options.VersionCheckTime);
        Assert.Equal((null, "new"), (await other.Tokens.FindStaff("hash"), await other.Settings.Get(KeySetting)));
        Assert.Equal(Role.Manager, (await other.Directory.FindStaff(A.Camille))!.Role);
    }

    [Fact]
    public async Task Own_change_counts_at_once()
    {
        await Store.Tokens.Add("hash", A.Camille, A.Monday);
        await Store.Settings.Set(KeySetting, "old");
        Assert.Equal((A.Camille, "old"), (await Store.Tokens.FindStaff("hash"), await Store.Settings.Get(KeySetting)));
        await Store.Tokens.RemoveAll(A.Camille);
        Assert.True(await Store.Settings.TryReplace(KeySetting, "old", "new"));
        Assert.Equal((null, "new"), (await Store.Tokens.FindStaff("hash"), await Store.Settings.Get(KeySetting)));
    }

    [Fact]
    public async Task New_token_of_another_process_counts_at_once()
    {
        var other = await Data.OpenWith(Data.Options with { Time = time });
        Assert.Null(await other.Tokens.FindStaff("hash"));
        await Store.Tokens.Add("hash", A.Camille, A.Monday);
        Assert.Equal(A.Camille, await other.Tokens.FindStaff("hash"));
    }

    [Fact]
    public async Task Requests_cost_one_read_of_the_version_in_each_check_time()
    {
        await Store.Tokens.Add("hash", A.Camille, A.Monday);
        await Store.Settings.Set(KeySetting, "key");
        IStore other = await Data.OpenWith(Data.Options with { Time = time }, counting);
        await ReadAll(other);
        counting.TakeOperations();

        await ReadAll(other);
        Assert.Empty(counting.TakeOperations());
        time.Advance(Data.Options.VersionCheckTime);
        await ReadAll(other);
        Assert.Equal(["read Records"], counting.TakeOperations());
    }

    [Fact]
    public async Task Change_of_a_program_that_writes_no_version_counts_within_a_minute()
    {
        await Store.Settings.Set(KeySetting, "old");
        var other = await Data.OpenWith(Data.Options with { Time = time });
        Assert.Equal("old", await other.Settings.Get(KeySetting));
        await new TablesSettings(Data.Table("Records")).Set(KeySetting, "new", null, default);
        time.Advance(Data.Options.MaxCacheTime);
        Assert.Equal("new", await other.Settings.Get(KeySetting));
    }

    static async Task ReadAll(IStore store)
    {
        await store.Tokens.FindStaff("hash");
        await store.Settings.Get(KeySetting);
        await store.Directory.AllStaff();
        await store.Directory.AllProviders();
        await store.Directory.Cadences();
    }

    /// <summary>A clock that stands until it is moved.</summary>
    sealed class SteppedTimeProvider : TimeProvider
    {
        TimeSpan passed;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => passed.Ticks;

        public void Advance(TimeSpan by) => passed += by;
    }
}
