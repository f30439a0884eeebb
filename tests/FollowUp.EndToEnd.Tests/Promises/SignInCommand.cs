using FollowUp.EndToEnd.Tests.Stores;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary><c>sign-in</c> lets staff in when no mail arrives: the process that serves accepts the printed link once.</summary>
public abstract class SignInCommand(Func<StoreLocation> createStore)
{
    [Fact]
    public async Task The_printed_link_opens_one_session_in_the_serving_process()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());

        var link = await host.RunCommand("sign-in", "--staff", "Camille@demo.example");

        using var browser = host.CreateClient();
        var day = await (await LinkPage.Open(browser, link)).Submit();
        Assert.Contains("Camille Aubertin", day.Text, StringComparison.Ordinal);

        using var second = host.CreateClient();
        Assert.Contains("déjà servi", (await LinkPage.Open(second, link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_refused_by_name()
    {
        await using var host = await HostProcess.StartEmptyDemo(createStore());

        var (code, output, errors) = await host.TryCommand("sign-in", "--staff", "nobody@demo.example");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--staff", errors, StringComparison.Ordinal);
    }
}
