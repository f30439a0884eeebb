using FollowUp.Storage.Tests.Given;
using NodaTime;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Settings, tokens and keys.</summary>
public abstract class SettingsContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task Setting_is_stored_and_replaced()
    {
        Assert.Null(await Store.Settings.Get("webhook-secret"));
        await Store.Settings.Set("webhook-secret", "one");
        await Store.Settings.Set("webhook-secret", "");
        Assert.Equal("", await Store.Settings.Get("webhook-secret"));
    }

    [Fact]
    public async Task Concurrent_get_or_set_returns_one_value_to_all()
    {
        using var other = await OpenAnother();
        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(async () => await (i % 2 == 0 ? Store : other).Settings.GetOrSet("secret", $"{i}"))));
        Assert.Single(got.Distinct());
        Assert.Equal(got[0], await Store.Settings.Get("secret"));
    }

    [Fact]
    public async Task One_of_many_concurrent_replacements_succeeds()
    {
        using var other = await OpenAnother();
        await Store.Settings.Set("mark", "before");
        var did = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(async () => await (i % 2 == 0 ? Store : other).Settings.TryReplace("mark", "before", $"{i}"))));
        Assert.Single(did, won => won);
        Assert.Equal($"{Array.IndexOf(did, true)}", await other.Settings.Get("mark"));
        Assert.False(await Store.Settings.TryReplace("mark", "before", "again"));
        Assert.False(await Store.Settings.TryReplace("nothing", "", "something"));
        Assert.Null(await Store.Settings.Get("nothing"));
    }

    [Fact]
    public async Task Settings_are_listed_by_prefix_and_removed()
    {
        foreach (var key in new[] { "mail:b.2", "mail:a/é 1", "mails", "mail", "mail;x", "link:a" }) await Store.Settings.Set(key, $"<{key}>");
        Assert.Equal(
            [KeyValuePair.Create("mail:a/é 1", "<mail:a/é 1>"), KeyValuePair.Create("mail:b.2", "<mail:b.2>")], await Store.Settings.List("mail:"));
        Assert.Empty(await Store.Settings.List("nothing:"));

        await Store.Settings.Remove("mail:a/é 1");
        await Store.Settings.Remove("mail:gone");
        Assert.Equal("mail:b.2", Assert.Single(await Store.Settings.List("mail:")).Key);
    }

    [Fact]
    public async Task Expired_settings_are_deleted()
    {
        await Store.Settings.Set("sign-in:a", "1", A.Monday);
        await Store.Settings.GetOrSet("sign-in:b", "2", A.Monday + Duration.FromDays(1));
        await Store.Settings.Set("secret", "3");

        Assert.Equal(0, await Store.Settings.DeleteExpired(A.Monday - Duration.FromMilliseconds(1), 10));
        Assert.Equal("1", await Store.Settings.Get("sign-in:a"));
        Assert.Equal(1, await Store.Settings.DeleteExpired(A.Monday, 10));
        Assert.Null(await Store.Settings.Get("sign-in:a"));
        Assert.Equal(1, await Store.Settings.DeleteExpired(A.Monday + Duration.FromDays(1000), 10));
        Assert.Equal("3", await Store.Settings.Get("secret"));
    }

    [Fact]
    public async Task Write_replaces_the_expiry()
    {
        await Store.Settings.Set("set", "old", A.Monday);
        await Store.Settings.Set("set", "new");
        await Store.Settings.Set("replaced", "old", A.Monday);
        Assert.True(await Store.Settings.TryReplace("replaced", "old", "new", A.Monday + Duration.FromDays(1)));
        await Store.Settings.Set("gone", "old", A.Monday);

        Assert.Equal(1, await Store.Settings.DeleteExpired(A.Monday, 10));
        Assert.Equal("new", await Store.Settings.Get("set"));
        Assert.Equal("new", await Store.Settings.Get("replaced"));
    }

    [Fact]
    public async Task Limit_bounds_the_number_of_deleted_settings()
    {
        foreach (var i in Enumerable.Range(0, 5)) await Store.Settings.Set($"mail-done:{i}", "x", A.Monday);
        Assert.Equal(3, await Store.Settings.DeleteExpired(A.Monday, 3));
        Assert.Equal(2, (await Store.Settings.List("mail-done:")).Length);
    }

    [Fact]
    public async Task Settings_of_earlier_versions_get_an_expiry()
    {
        await Store.Settings.Set("idempotency-key.old", "x");
        await Store.Settings.Set("idempotency-key.new", "y", A.Monday + Duration.FromDays(9));
        await Store.Settings.Set("idempotency-keys", "z");
        await Store.Settings.AddMissingExpiry("idempotency-key.", A.Monday);

        Assert.Equal(1, await Store.Settings.DeleteExpired(A.Monday, 10));
        Assert.Null(await Store.Settings.Get("idempotency-key.old"));
        Assert.Equal("y", await Store.Settings.Get("idempotency-key.new"));
        Assert.Equal("z", await Store.Settings.Get("idempotency-keys"));
    }

    [Fact]
    public async Task Token_identifies_its_member_of_staff()
    {
        await Store.Tokens.Add("ab12", A.Camille, A.Monday);
        Assert.Equal(A.Camille, await Store.Tokens.FindStaff("ab12"));
        Assert.Null(await Store.Tokens.FindStaff("AB12"));
        Assert.Null(await Store.Tokens.FindStaff("ab13"));
    }

    [Fact]
    public async Task Keys_survive_a_restart()
    {
        Assert.Empty(Store.KeyRing.All());
        Store.KeyRing.Add("key-1", "<key id=\"1\" />");
        Store.KeyRing.Add("key-2", "<key id=\"2\" />");
        await Reopen();
        Assert.Equal(["<key id=\"1\" />", "<key id=\"2\" />"], Store.KeyRing.All().Order());
    }
}
