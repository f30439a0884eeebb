using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace FollowUp.Web;

/// <summary>
/// How often one link may be posted to, and one address asked to be mailed: enough for any person, too little for a machine that guesses
/// project numbers or fills a letter box. One network has a budget too, large enough for an office, or a proxy, that many people
/// share; only tokens that are none count against those who guess them, so that they shut nobody else out.
/// </summary>
sealed class LinkBudget : IDisposable
{
    readonly PartitionedRateLimiter<string> posts = Limiter(20, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> senders = Limiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> guesses = Limiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> askers = Limiter(30, TimeSpan.FromMinutes(15));
    readonly PartitionedRateLimiter<string> signIns = Limiter(5, TimeSpan.FromMinutes(15));

    /// <param name="from">Null where the host does not know it.</param>
    public bool Allows(string key, IPAddress? from) => Take(posts, key) && Take(senders, from);

    public bool AllowsMiss(IPAddress? from) => Take(guesses, from);

    /// <remarks>
    /// The network first: whoever has asked enough uses up nothing of the person they ask for. Who comes from this very machine comes through a
    /// proxy, and shall not keep a whole department out.
    /// </remarks>
    public bool AllowsSignIn(string address, IPAddress? from) =>
        (from is null || IPAddress.IsLoopback(from) || Take(askers, from)) && Take(signIns, address);

    public void Dispose()
    {
        posts.Dispose();
        senders.Dispose();
        guesses.Dispose();
        askers.Dispose();
        signIns.Dispose();
    }

    static bool Take(PartitionedRateLimiter<string> limiter, IPAddress? from) => from is null || Take(limiter, Network(from));

    /// <summary>Whoever has one IPv6 address has the 2⁶⁴ beside it as well.</summary>
    static string Network(IPAddress from) => from switch
    {
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)),
        _ => from.ToString(),
    };

    static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
