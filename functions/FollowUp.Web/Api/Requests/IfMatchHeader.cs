using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Web.Api.Requests;

/// <summary>The header <c>If-Match</c>: act only when the project still is at the version that the caller saw.</summary>
static class IfMatchHeader
{
    /// <summary>A version that no project has.</summary>
    const long NoVersion = -1;

    /// <returns>Null for any version. Of several versions the newest, as the current version is never older; an unreadable one matches none.</returns>
    public static long? ReadVersion(HttpRequest request)
    {
        var tags = request.GetTypedHeaders().IfMatch;
        return request.Headers.IfMatch.Count == 0 || tags.Contains(EntityTagHeaderValue.Any)
            ? null
            : tags.Select(tag => Parse(tag)).DefaultIfEmpty(NoVersion).Max();
    }

    /// <summary>A weak tag matches no version (RFC 9110, section 13.1.1).</summary>
    static long Parse(EntityTagHeaderValue tag) =>
        !tag.IsWeak && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : NoVersion;
}
