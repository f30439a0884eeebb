using System.Globalization;
using FollowUp.Domain.Text;
using FollowUp.Web.Api;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace FollowUp.Web.Shared.Http;

/// <summary>
/// The language of a request: the one of <c>?lang=</c>, else of the cookie that an earlier <c>?lang=</c> left, else in the API the one that
/// <c>Accept-Language</c> prefers; French by default.
/// </summary>
static class RequestLanguage
{
    const string Parameter = "lang";
    const string Cookie = "followup-language";

    /// <summary>Only the language of texts follows the request. Numbers and dates are written the same way for every caller.</summary>
    static readonly RequestLocalizationOptions Options = new()
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr")),
        SupportedCultures = [CultureInfo.InvariantCulture],
        SupportedUICultures = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")],
        RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Parameter, UIQueryStringKey = Parameter },
            new CustomRequestCultureProvider(http => Task.FromResult(
                http.Request.Cookies[Cookie] is { } code ? new ProviderCultureResult("", code) : null)),
            new ApiHeaderProvider(),
        ],
    };

    /// <summary>Chooses the language, and writes a language of <c>?lang=</c> to the cookie. Link pages follow their reader's own language by default, so they write none.</summary>
    public static IApplicationBuilder UseRequestLanguage(this IApplicationBuilder app) => app.UseRequestLocalization(Options).Use((context, next) =>
    {
        if (context.GetRequestedLanguage() is { } requested && !context.Request.Path.StartsWithSegments(LinkPath.Prefix) && !ApiEndpoints.IsApiPath(context.Request.Path))
        {
            context.Response.Cookies.Append(Cookie, requested.ToLanguageCode(), new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365), Secure = context.Request.IsHttps,
            });
        }

        return next(context);
    });

    public static Language GetLanguage(this HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.TwoLetterISOLanguageName == "en" ? Language.English : Language.French;

    /// <summary>The language of <c>?lang=</c>; null without one.</summary>
    public static Language? GetRequestedLanguage(this HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>() is { Provider: QueryStringRequestCultureProvider } ? context.GetLanguage() : null;

    /// <summary>The language that the request or its cookie names; null when neither does.</summary>
    public static Language? GetChosenLanguage(this HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>() is { Provider: not null } ? context.GetLanguage() : null;

    /// <summary>The code for the <c>lang</c> attribute.</summary>
    public static string ToLanguageCode(this Language language) => LanguageText.Code(language);

    /// <summary>A browser's header says little about the language in which its user works, so pages do not follow it.</summary>
    sealed class ApiHeaderProvider : AcceptLanguageHeaderRequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            ApiEndpoints.IsApiPath(httpContext.Request.Path) ? base.DetermineProviderCultureResult(httpContext) : NullProviderCultureResult;
    }
}
