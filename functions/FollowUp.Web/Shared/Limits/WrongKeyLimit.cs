using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Limits;

/// <summary>
/// Limits how many wrong keys and tokens a caller may show. A right key is never refused by it: keys have 256 random bits, so that guessing is hopeless, and a
/// limit on right ones would let a stranger behind the same address lock the website out.
/// </summary>
sealed class WrongKeyLimit(RequestLimiter limiter, LimitAudit audit)
{
    const string Unknown = "unknown";

    static readonly object Counted = new();

    /// <summary>Counts a wrong key, once for each request, and says how to answer it.</summary>
    /// <returns>401, or 429 for a caller who has shown too many; the answer then names the time to wait.</returns>
    public async ValueTask<int> CountAndGetStatus(HttpContext http)
    {
        if (http.Items[Counted] is int status)
        {
            return status;
        }

        var from = http.Connection.RemoteIpAddress;
        var use = from is null
            ? await limiter.Acquire(RateLimit.WrongKeys, Unknown, http.RequestAborted)
            : await limiter.Acquire(RateLimit.WrongKeys, from, http.RequestAborted);
        var within = await audit.RecordUse(use, "wrong-key");
        status = within ? StatusCodes.Status401Unauthorized : StatusCodes.Status429TooManyRequests;
        if (!within)
        {
            http.Response.Headers.RetryAfter = RateLimit.WrongKeys.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        http.Items[Counted] = status;
        return status;
    }
}
