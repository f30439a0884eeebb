using FollowUp.Domain.Text;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web;

/// <summary>The language of a page: <c>?lang=</c> where given, which is remembered; else what was remembered; else the fallback.</summary>
static class RequestLanguage
{
    const string Cookie = "followup-language";

    public static Language Language(this HttpContext context, Language fallback = FollowUp.Domain.Text.Language.French)
    {
        if (Named(context.Request.Query["lang"]) is not { } asked)
        {
            return Named(context.Request.Cookies[Cookie]) ?? fallback;
        }

        context.Response.Cookies.Append(Cookie, asked.Code(), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps,
        });
        return asked;
    }

    /// <summary>Only what this request itself asks for; nothing is remembered.</summary>
    public static Language? AskedLanguage(this HttpContext context) => Named(context.Request.Query["lang"]);

    /// <summary>As in the <c>lang</c> attribute.</summary>
    public static string Code(this Language language) => language == FollowUp.Domain.Text.Language.English ? "en" : "fr";

    static Language? Named(string? code) => code switch
    {
        "fr" => FollowUp.Domain.Text.Language.French,
        "en" => FollowUp.Domain.Text.Language.English,
        _ => null,
    };
}
