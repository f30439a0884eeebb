using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Shared.Http;

/// <summary>The language of a page: <c>?lang=</c> where given, which is remembered; else what was remembered; else the fallback.</summary>
static class RequestLanguage
{
    const string Cookie = "followup-language";

    public static Language GetLanguage(this HttpContext context, Language fallback = FollowUp.Domain.Text.Language.French)
    {
        if (Parse(context.Request.Query["lang"]) is not { } asked)
        {
            return Parse(context.Request.Cookies[Cookie]) ?? fallback;
        }

        context.Response.Cookies.Append(Cookie, asked.ToLanguageCode(), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps,
        });
        return asked;
    }

    /// <summary>Only what this request itself asks for; nothing is remembered.</summary>
    public static Language? GetRequestedLanguage(this HttpContext context) => Parse(context.Request.Query["lang"]);

    /// <summary>As in the <c>lang</c> attribute.</summary>
    public static string ToLanguageCode(this Language language) => language == FollowUp.Domain.Text.Language.English ? "en" : "fr";

    static Language? Parse(string? code) => code switch
    {
        "fr" => FollowUp.Domain.Text.Language.French,
        "en" => FollowUp.Domain.Text.Language.English,
        _ => null,
    };
}
