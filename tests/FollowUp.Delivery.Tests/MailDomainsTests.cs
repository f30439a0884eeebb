using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using FollowUp.Delivery.Lookups;

namespace FollowUp.Delivery.Tests;

/// <summary>Where the mail of a domain goes.</summary>
public sealed class MailDomainsTests
{
    [Fact]
    public async Task Hosts_are_named_in_the_order_of_preference()
    {
        using var server = new FakeNameServer((20, "mx2.suivi.example"), (10, "mx1.suivi.example"));
        Assert.Equal(["mx1.suivi.example", "mx2.suivi.example"], (await Find(server.EndPoint))!.Value);
    }

    [Fact]
    public async Task A_domain_without_records_or_with_the_null_record_takes_no_mail()
    {
        using var none = new FakeNameServer();
        using var nullRecord = new FakeNameServer((0, "."));
        using var missing = new FakeNameServer(null);
        foreach (var server in new[] { none, nullRecord, missing })
        {
            Assert.True((await Find(server.EndPoint))!.Value.IsEmpty);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_tells_nothing()
    {
        using var silent = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        Assert.Null(await Find((IPEndPoint)silent.Client.LocalEndPoint!));
    }

    static Task<ImmutableArray<string>?> Find(IPEndPoint server) =>
        new MailDomains(new LookupClientOptions(server)).FindMailHosts("suivi.example", TestContext.Current.CancellationToken);
}
