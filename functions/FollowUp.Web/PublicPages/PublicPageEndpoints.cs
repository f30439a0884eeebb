using FollowUp.Application.Settings;
using FollowUp.Domain.Text;
using FollowUp.Web.Legal;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
        pages.MapMethods(PublicPageAddresses.Charter, reading, (HttpContext context, IOptionsMonitor<MailOptions> mail) => Show(
            context, mail.CurrentValue, CharterTitle, legal => new(legal.CharterFrench ?? DefaultCharter.French, legal.CharterEnglish ?? DefaultCharter.English)));
        pages.MapMethods(PublicPageAddresses.Guide, reading, (HttpContext context, IOptionsMonitor<MailOptions> mail) => Show(
            context, mail.CurrentValue, GuideTitle, legal => new(legal.GuideFrench ?? DefaultGuide.French, legal.GuideEnglish ?? DefaultGuide.English)));
    }

    static IResult Show(HttpContext context, MailOptions department, LocalizedText title, Func<LegalSettings, LocalizedText> choose)
    {
        // A host without stored settings has the default texts.
        var legal = context.RequestServices.GetService<CurrentSettings>()?.Stored.Settings.Legal ?? new LegalSettings();
        var language = context.GetLanguage();
        var blocks = LegalDocument.Parse(choose(legal).In(language), LegalText.GetValues(legal, department));
        return PageResult.Create<LegalPage>(language, new LegalPageViewModel(title, blocks, department));
    }
}
