using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>
/// A cookie of ten minutes by which the browser that used a link is known: the page says "thank you" instead of "already recorded", and leads to the client's page.
/// Others who have the used link see what was recorded and no more. Encrypted, because the key of a link can be computed from what it is about.
/// </summary>
static class JustAnsweredCookie
{
    const string Cookie = "followup-answered";

    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static void Set(HttpContext context, Link link) => context.Response.Cookies.Append(
        Cookie, CreateProtector(context).Protect(link.Key, Lifetime), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Lifetime, Path = LinkPath.Prefix, Secure = context.Request.IsHttps,
        });

    public static bool IsSetFor(HttpContext context, Link link)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } value && CreateProtector(context).Unprotect(value) == link.Key;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    static ITimeLimitedDataProtector CreateProtector(HttpContext context) => context.RequestServices.GetRequiredService<IDataProtectionProvider>()
        .CreateProtector("FollowUp.JustAnswered.v1").ToTimeLimitedDataProtector();
}
