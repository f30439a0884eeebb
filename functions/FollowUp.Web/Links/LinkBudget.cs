using System.Threading.RateLimiting;

namespace FollowUp.Web;

/// <summary>
/// How often one link may be posted to, and one address asked to be mailed: enough for any person, too little for a machine that guesses
/// project numbers or fills a letter box.
/// </summary>
sealed class LinkBudget : IDisposable
{
    readonly PartitionedRateLimiter<string> posts = Limiter(20, TimeSpan.FromMinutes(1));
    readonly PartitionedRateLimiter<string> signIns = Limiter(5, TimeSpan.FromMinutes(15));

    public bool Allows(string key) => Take(posts, key);

    public bool AllowsSignIn(string address) => Take(signIns, address);

    public void Dispose()
    {
        posts.Dispose();
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
