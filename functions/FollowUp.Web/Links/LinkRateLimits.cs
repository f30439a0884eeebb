using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace FollowUp.Web.Links;

/// <summary>
/// Limits how often a link is posted to and how often a sign-in mail is sent to an address, each for one link or address and for one network.
/// A network may be an office or a proxy that many people share, so its limit is higher. Unknown tokens have a limit of their own, so that
/// guessing tokens blocks no valid link.
/// </summary>
sealed class LinkRateLimits : IDisposable
{
    readonly PartitionedRateLimiter<string> posts = CreateLimiter(20, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> postNetworks = CreateLimiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> unknownLinks = CreateLimiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> signInNetworks = CreateLimiter(30, TimeSpan.FromMinutes(15));
    readonly PartitionedRateLimiter<string> signIns = CreateLimiter(5, TimeSpan.FromMinutes(15));

    /// <summary>At most 20 posts a minute to one link, and 300 from one network.</summary>
    /// <param name="from">Null where the host does not know it; only the link's own limit applies then.</param>
    public bool TryAcquirePost(string key, IPAddress? from) => TryAcquire(posts, key) && TryAcquire(postNetworks, from);

    /// <summary>At most 300 unknown tokens a minute from one network.</summary>
    public bool TryAcquireUnknownLink(IPAddress? from) => TryAcquire(unknownLinks, from);

    /// <summary>At most 5 mails in 15 minutes to one address, and 30 from one network.</summary>
    /// <remarks>
    /// The network's limit is taken first, so that a network over its limit uses up nothing of the address. A loopback caller is a proxy in
    /// front of the whole department and has no network limit.
    /// </remarks>
    public bool TryAcquireSignInMail(string address, IPAddress? from) =>
        (from is null || IPAddress.IsLoopback(from) || TryAcquire(signInNetworks, from)) && TryAcquire(signIns, address);

    public void Dispose()
    {
        posts.Dispose();
        postNetworks.Dispose();
        unknownLinks.Dispose();
        signInNetworks.Dispose();
        signIns.Dispose();
    }

    static bool TryAcquire(PartitionedRateLimiter<string> limiter, IPAddress? from) => from is null || TryAcquire(limiter, GetNetworkKey(from));

    /// <summary>An IPv4 address, or the /64 prefix of an IPv6 address, which usually belongs to one customer.</summary>
    static string GetNetworkKey(IPAddress from) => from switch
    {
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)),
        _ => from.ToString(),
    };

    static bool TryAcquire(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> CreateLimiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
