using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Contract;

/// <summary>Settings, tokens and keys.</summary>
public abstract class SettingsContract<TStore> : StoreContract<TStore>
    where TStore : IStoreUnderTest, new()
{
    [Fact]
    public async Task A_setting_is_kept_and_replaced()
    {
        Assert.Null(await Store.Settings.Get("webhook-secret"));
        await Store.Settings.Set("webhook-secret", "one");
        await Store.Settings.Set("webhook-secret", "");
        Assert.Equal("", await Store.Settings.Get("webhook-secret"));
    }

    [Fact]
    public async Task Of_many_who_set_a_setting_unless_it_is_set_all_get_the_same()
    {
        using var other = await OpenAnother();
        var got = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Task.Run(async () => await (i % 2 == 0 ? Store : other).Settings.GetOrSet("secret", $"{i}"))));
        Assert.Single(got.Distinct());
        Assert.Equal(got[0], await Store.Settings.Get("secret"));
    }

    [Fact]
    public async Task Of_many_who_replace_what_stands_one_does()
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
    public async Task Settings_are_listed_by_what_their_keys_begin_with_and_removed()
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
    public async Task A_token_names_its_holder()
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
