using FollowUp.Domain.Text;
using FollowUp.Web.Legal;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.PublicPages;

/// <summary>The charter and the client's guide: the department's own texts, or the default ones. They need no session.</summary>
static class PublicPageEndpoints
{
    static readonly LocalizedText CharterTitle = new("Ce que nous faisons, ce que nous ne faisons pas", "What we do, what we do not do");
    static readonly LocalizedText GuideTitle = new("Bien choisir un prestataire, et travailler avec lui", "Choosing a provider, and working with it");

    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var pages = app.MapGroup("").WithPageHeaders(PageSecurityHeaders.Links).ExcludeFromDescription();
        pages.MapMethods(PublicPageAddresses.Charter, reading, (HttpContext context) => LegalPageResult.Create(context, CharterTitle, legal => new(
            legal.CharterFrench ?? DefaultCharter.French, legal.CharterEnglish ?? DefaultCharter.English)));
        pages.MapMethods(PublicPageAddresses.Guide, reading, (HttpContext context) => LegalPageResult.Create(context, GuideTitle, legal => new(
            legal.GuideFrench ?? DefaultGuide.French, legal.GuideEnglish ?? DefaultGuide.English)));
    }
}
