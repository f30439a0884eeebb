using System.Collections.Immutable;
using System.Globalization;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;
using FollowUp.Application.Ports;

namespace FollowUp.Delivery.Lookups;

/// <inheritdoc cref="IMailDomains"/>
/// <remarks>Answers are cached for as long as DNS allows. A server that does not answer is given up after two seconds, since a page waits for it.</remarks>
/// <param name="client">The name servers of the machine, unless a test names others.</param>
public sealed class MailDomains(LookupClientOptions client) : IMailDomains
{
    static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    readonly Lazy<LookupClient> lookup = new(() =>
    {
        (client.Timeout, client.Retries, client.UseCache, client.ThrowDnsErrors) = (Timeout, 0, true, false);
        return new LookupClient(client);
    });

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>?> FindMailHosts(string domain, CancellationToken cancellation)
    {
        try
        {
            var answer = await lookup.Value.QueryAsync(new IdnMapping().GetAscii(domain), QueryType.MX, cancellationToken: cancellation);
            return answer.HasError && answer.Header.ResponseCode != DnsHeaderResponseCode.NotExistentDomain
                ? null
                : [.. answer.Answers.OfType<MxRecord>().OrderBy(record => record.Preference).Select(record => record.Exchange.Value.TrimEnd('.')).Where(host => host.Length > 0)];
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested
            && failure is DnsResponseException or SocketException or NetworkInformationException or OperationCanceledException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
