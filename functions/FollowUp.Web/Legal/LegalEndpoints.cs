using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FollowUp.Web.Legal;

/// <summary>The privacy notice and the legal mentions: the department's own texts, or the default ones. They need no session.</summary>
static class LegalEndpoints
{
    static readonly LocalizedText PrivacyTitle = new("Vos données personnelles", "Your personal data");
    static readonly LocalizedText MentionsTitle = new("Mentions légales", "Legal mentions");

    public static void Map(IEndpointRouteBuilder app)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        var pages = app.MapGroup("").WithPageHeaders(PageSecurityHeaders.Links).ExcludeFromDescription();
        pages.MapMethods(LegalAddresses.Privacy, reading, (HttpContext context) => LegalPageResult.Create(context, PrivacyTitle, legal => new(
            legal.PrivacyNoticeFrench ?? DefaultPrivacyNotice.French, legal.PrivacyNoticeEnglish ?? DefaultPrivacyNotice.English)));
        pages.MapMethods(LegalAddresses.Mentions, reading, (HttpContext context) => LegalPageResult.Create(context, MentionsTitle, legal => new(
            legal.LegalMentionsFrench ?? DefaultLegalMentions.French, legal.LegalMentionsEnglish ?? DefaultLegalMentions.English)));
    }
}
