using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>A cookie of two minutes by which the page after an answer says "thank you" instead of "already recorded".</summary>
static class JustAnsweredCookie
{
    const string Cookie = "followup-answered";

    public static void Set(HttpContext context, Link link) => context.Response.Cookies.Append(Cookie, link.Key, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromMinutes(2), Path = LinkPath.Prefix,
        Secure = context.Request.IsHttps,
    });

    public static bool IsSetFor(HttpContext context, Link link) => context.Request.Cookies[Cookie] == link.Key;
}
