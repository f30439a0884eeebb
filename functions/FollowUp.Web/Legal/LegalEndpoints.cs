using FollowUp.Domain.Text;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Legal;

/// <summary>The privacy notice and the legal mentions. They need no session.</summary>
static class LegalEndpoints
{
    static readonly LocalizedText PrivacyTitle = new("Vos données personnelles", "Your personal data");
    static readonly LocalizedText MentionsTitle = new("Mentions légales", "Legal mentions");

    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var pages = app.MapGroup("").WithPageHeaders(PageSecurityHeaders.Links).ExcludeFromDescription();
        pages.MapMethods(LegalAddresses.Privacy, reading, ShowPrivacyNotice);
        pages.MapMethods(LegalAddresses.Mentions, reading, ShowMentions);
    }

    static IResult ShowPrivacyNotice(HttpContext context, IOptionsMonitor<MailOptions> mail) =>
        Show(context, mail.CurrentValue, PrivacyTitle, (legal, department, language) => LegalText.PrivacyNotice(legal, department, language));

    static IResult ShowMentions(HttpContext context, IOptionsMonitor<MailOptions> mail) =>
        Show(context, mail.CurrentValue, MentionsTitle, (legal, department, language) => LegalText.Mentions(legal, department, language));

    static IResult Show(
        HttpContext context, MailOptions department, LocalizedText title,
        Func<Application.Settings.LegalSettings, MailOptions, Language, System.Collections.Immutable.ImmutableArray<LegalBlock>> write)
    {
        // A host without stored settings has the default texts.
        var legal = context.RequestServices.GetService<CurrentSettings>()?.Stored.Settings.Legal ?? new Application.Settings.LegalSettings();
        var language = context.GetLanguage();
        return PageResult.Create<LegalPage>(language, new LegalPageViewModel(title, write(legal, department, language), department));
    }
}
