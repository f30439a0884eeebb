using System.Net;

namespace FollowUp.EndToEnd.Tests;

/// <summary>Whoever reads the mailbox page can sign in as anybody: outside a demo it is for whoever sits at this machine.</summary>
public sealed class MailboxTests
{
    [Fact]
    public async Task Where_others_can_come_no_mailbox_is_shown_and_the_host_says_so()
    {
        await using var host = await Host.OpenToOthers();

        Assert.Equal(HttpStatusCode.NotFound, await Status(host, "/demo/mailbox"));
        Assert.Equal(HttpStatusCode.OK, await Status(host, "/desk/sign-in"));
        Assert.Contains(host.Said, line => line.Contains("Smtp__Host", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Said, line => line.Contains("/demo/mailbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_this_machine_alone_and_in_a_demo_it_is()
    {
        await using var host = await Host.Unserved();
        await host.Serve();
        await using var demo = await Host.Start();

        Assert.Equal(HttpStatusCode.OK, await Status(host, "/demo/mailbox"));
        Assert.Equal(HttpStatusCode.OK, await Status(demo, "/demo/mailbox"));
    }

    static async Task<HttpStatusCode> Status(Host host, string path)
    {
        using var answer = await host.Anybody.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
