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
