using System.Net;

namespace FollowUp.EndToEnd.Tests.Promises;

/// <summary>Whoever reads the mailbox page can sign in as anybody: outside a demo it is for whoever sits at this machine.</summary>
public sealed class MailboxVisibilityTests
{
    [Fact]
    public async Task Where_others_can_come_no_mailbox_is_shown_and_the_host_says_so()
    {
        await using var host = await HostProcess.StartOnAllAddresses();

        Assert.Equal(HttpStatusCode.NotFound, await GetStatus(host, "/demo/mailbox"));
        Assert.Equal(HttpStatusCode.OK, await GetStatus(host, "/desk/sign-in"));
        Assert.Contains(host.ErrorLines, line => line.Contains("Smtp__Host", StringComparison.Ordinal));
        Assert.DoesNotContain(host.ErrorLines, line => line.Contains("/demo/mailbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_this_machine_alone_and_in_a_demo_it_is()
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
