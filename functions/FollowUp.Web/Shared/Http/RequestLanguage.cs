using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>The language of a page request.</summary>
static class RequestLanguage
{
    const string Cookie = "followup-language";

    /// <summary>The language of <c>?lang=</c>, else of the cookie, else the fallback. A language from <c>?lang=</c> is written to the cookie.</summary>
    public static Language GetLanguage(this HttpContext context, Language fallback = Language.French)
    {
        if (context.GetRequestedLanguage() is not { } requested)
        {
            return Parse(context.Request.Cookies[Cookie]) ?? fallback;
        }

        context.Response.Cookies.Append(Cookie, requested.ToLanguageCode(), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps,
        });
        return requested;
    }

    /// <summary>The language of <c>?lang=</c>; null without one. Writes no cookie: link pages follow their reader's own language by default.</summary>
    public static Language? GetRequestedLanguage(this HttpContext context) => Parse(context.Request.Query["lang"]);

    /// <summary>The code for the <c>lang</c> attribute.</summary>
    public static string ToLanguageCode(this Language language) => language == Language.English ? "en" : "fr";

    static Language? Parse(string? code) => code switch
    {
        "fr" => Language.French,
        "en" => Language.English,
        _ => null,
    };
}
