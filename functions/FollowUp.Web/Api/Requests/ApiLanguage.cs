using System.Globalization;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace FollowUp.Web.Api.Requests;

/// <summary>The language of an answer of the API: the one that <c>Accept-Language</c> prefers of French and English; French by default.</summary>
static class ApiLanguage
{
    /// <summary>Only the language of texts follows the request. Numbers and dates are written the same way for every caller.</summary>
    public static readonly RequestLocalizationOptions Options = new()
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr")),
        SupportedCultures = [CultureInfo.InvariantCulture],
        SupportedUICultures = [CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("en")],
        RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()],
    };

    /// <summary>Sets the language of the requests that pass through.</summary>
    public static IApplicationBuilder UseApiLanguage(this IApplicationBuilder app) => app.UseRequestLocalization(Options);

    public static Language GetApiLanguage(this HttpContext http) =>
        http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.TwoLetterISOLanguageName == Language.English.ToLanguageCode()
            ? Language.English
            : Language.French;
}
