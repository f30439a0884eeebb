using System.Net;
using System.Threading.RateLimiting;

namespace FollowUp.Web;

/// <summary>
/// How often one link may be posted to, and one address asked to be mailed: enough for any person, too little for a machine that guesses
/// project numbers or fills a letter box. One network address has a budget too, large enough for an office, or a proxy, that many people
/// share; only tokens that are none count against those who guess them, so that they shut nobody else out.
/// </summary>
sealed class LinkBudget : IDisposable
{
    readonly PartitionedRateLimiter<string> posts = Limiter(20, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> senders = Limiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> guesses = Limiter(300, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> signIns = Limiter(5, TimeSpan.FromMinutes(15));

    /// <param name="from">Null where the host does not know it.</param>
    public bool Allows(string key, IPAddress? from) => Take(posts, key) && (from is null || Take(senders, from.ToString()));

    public bool AllowsMiss(IPAddress? from) => from is null || Take(guesses, from.ToString());

    public bool AllowsSignIn(string address) => Take(signIns, address);

    public void Dispose()
    {
        posts.Dispose();
        senders.Dispose();
        guesses.Dispose();
        signIns.Dispose();
    }

    static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
