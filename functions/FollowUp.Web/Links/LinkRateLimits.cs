using System.Net;
using FollowUp.Web.Shared.Limits;

namespace FollowUp.Web.Links;

/// <summary>
/// Limits how often a link is posted to and how often a sign-in mail is sent to an address, each for one link or address and for one network. Unknown
/// tokens have a limit of their own, so that guessing tokens blocks no valid link.
/// </summary>
sealed class LinkRateLimits(RequestLimiter limiter, LimitAudit audit)
{
    const string UnknownCaller = "unknown";

    /// <summary>For one link and for one network.</summary>
    /// <param name="from">Null where the host does not know it; only the link's own limit applies then.</param>
    public async ValueTask<bool> TryAcquirePost(string key, IPAddress? from, CancellationToken cancellation) =>
        await limiter.TryAcquire(RateLimit.LinkPosts, key, cancellation) && await limiter.TryAcquire(RateLimit.LinkPostsOfNetwork, from, cancellation);

    /// <summary>For one network.</summary>
    public async ValueTask<bool> TryAcquireUnknownLink(IPAddress? from, CancellationToken cancellation) =>
        await audit.RecordUse(await limiter.Acquire(RateLimit.UnknownLinks, from, cancellation), "unknown-link");

    /// <summary>For one address and one caller. It is taken for an unknown address too, so that the answer is the same and takes the same time.</summary>
    /// <remarks>
    /// What the address's own limit refuses counts for no network, which others share; and a network over its limit uses up nothing of the address. A loopback caller
    /// is a proxy in front of the whole department.
    /// </remarks>
    public async ValueTask<SignInMailPermit> AcquireSignInMail(string address, IPAddress? from, CancellationToken cancellation) =>
        !await limiter.HasRoom(RateLimit.SignInMails, address, cancellation) ? SignInMailPermit.AddressIsOver
        : !await TryAcquireSignInMailOf(from, cancellation) ? SignInMailPermit.CallerIsOver
        : await limiter.TryAcquire(RateLimit.SignInMails, address, cancellation) ? SignInMailPermit.Granted
        : SignInMailPermit.AddressIsOver;

    async ValueTask<bool> TryAcquireSignInMailOf(IPAddress? from, CancellationToken cancellation) => await audit.RecordUse(
        from is null || IPAddress.IsLoopback(from)
            ? await limiter.Acquire(RateLimit.SignInMailsOfUnknown, UnknownCaller, cancellation)
            : await limiter.Acquire(RateLimit.SignInMailsOfNetwork, from, cancellation),
        "sign-in");
}
