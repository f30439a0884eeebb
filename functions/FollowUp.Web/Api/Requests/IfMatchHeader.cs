using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Api.Requests;

/// <summary>The header <c>If-Match</c>: act only when the project still is at the version that the caller saw.</summary>
static class IfMatchHeader
{
    /// <summary>A version that no project has.</summary>
    const long NoVersion = -1;

    /// <returns>Null for any version. Of several versions the newest, as the current version is never older; an unreadable one matches none.</returns>
    public static long? ReadVersion(HttpRequest request)
    {
        var tags = request.Headers.IfMatch.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).ToArray();
        return tags.Length == 0 || tags.Contains("*") ? null : tags.Max(Parse);
    }

    static long Parse(string tag) =>
        long.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : NoVersion;
}
