using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace FollowUp.Web.Links;

/// <summary>
/// How often one link may be posted to, and one address asked to be mailed: enough for any person, too little for a machine that guesses
/// project numbers or fills a letter box. One network has a budget too, large enough for an office, or a proxy, that many people
/// share; only tokens that are none count against those who guess them, so that they shut nobody else out.
/// </summary>
sealed class LinkRateLimits : IDisposable
{
    readonly PartitionedRateLimiter<string> posts = CreateLimiter(20, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> postNetworks = CreateLimiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> unknownLinks = CreateLimiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> signInNetworks = CreateLimiter(30, TimeSpan.FromMinutes(15));
    readonly PartitionedRateLimiter<string> signIns = CreateLimiter(5, TimeSpan.FromMinutes(15));

    /// <param name="from">Null where the host does not know it.</param>
    public bool TryAcquirePost(string key, IPAddress? from) => TryAcquire(posts, key) && TryAcquire(postNetworks, from);

    public bool TryAcquireUnknownLink(IPAddress? from) => TryAcquire(unknownLinks, from);

    /// <remarks>
    /// The network first: whoever has asked enough uses up nothing of the person they ask for. Who comes from this very machine comes through a
    /// proxy, and shall not keep a whole department out.
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

    /// <summary>Whoever has one IPv6 address has the 2⁶⁴ beside it as well.</summary>
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
