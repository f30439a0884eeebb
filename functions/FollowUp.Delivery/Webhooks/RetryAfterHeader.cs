using System.Net;

namespace FollowUp.Delivery.Webhooks;

/// <summary>The Retry-After header of a response (RFC 9110, 10.2.3).</summary>
static class RetryAfterHeader
{
    /// <returns>The pause that a 429 or 503 asks for; null when it asks for none or for none that is positive.</returns>
    public static TimeSpan? GetPause(HttpResponseMessage response, TimeProvider time)
    {
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            return null;
        }

        var header = response.Headers.RetryAfter;
        var pause = header?.Delta ?? header?.Date - time.GetUtcNow();
        return pause > TimeSpan.Zero ? pause : null;
    }
}
