using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Requests;

/// <summary>The header <c>If-Match</c>: act only when the project still is at the version that the caller saw.</summary>
static class IfMatchHeader
{
    /// <summary>No project is at it.</summary>
    const long NoVersion = -1;

    /// <returns>Null when any version will do; of several, the newest, as an older one cannot be the one that stands.</returns>
    public static long? ReadVersion(HttpRequest request)
    {
        var tags = request.Headers.IfMatch.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).ToArray();
        return tags.Length == 0 || tags.Contains("*") ? null : tags.Max(Parse);
    }

    static long Parse(string tag) =>
        long.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : NoVersion;
}
