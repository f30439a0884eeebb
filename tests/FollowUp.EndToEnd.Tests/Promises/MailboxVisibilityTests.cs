using System.Net;
using FollowUp.TestKit;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>
/// The mailbox page holds sign-in links, so reading it is enough to sign in as any member of staff. Outside a demo it is shown only by a host
/// that no other machine can reach.
/// </summary>
public sealed class MailboxVisibilityTests
{
    [Fact]
    public async Task A_host_that_other_machines_reach_shows_no_mailbox_and_warns()
    {
        await using var host = await HostProcess.StartOnAllAddresses();

        Assert.Equal(HttpStatusCode.NotFound, await GetStatus(host, "/demo/mailbox"));
        Assert.Equal(HttpStatusCode.OK, await GetStatus(host, "/desk/sign-in"));
        await Eventually.IsTrue(
            () => host.ErrorLines.Any(line => line.Contains("Smtp__Host", StringComparison.Ordinal)), () => "The host does not warn that no mail leaves.");
        Assert.DoesNotContain(host.ErrorLines, line => line.Contains("/demo/mailbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_on_loopback_and_a_demo_show_the_mailbox()
    {
        await using var host = await HostProcess.CreateStopped();
        await host.Serve();
        await using var demo = await HostProcess.StartEmptyDemo();

        Assert.Equal(HttpStatusCode.OK, await GetStatus(host, "/demo/mailbox"));
        Assert.Equal(HttpStatusCode.OK, await GetStatus(demo, "/demo/mailbox"));
    }

    static async Task<HttpStatusCode> GetStatus(HostProcess host, string path)
    {
        using var answer = await host.AnonymousClient.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
