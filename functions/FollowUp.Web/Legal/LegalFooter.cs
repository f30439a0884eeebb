using FollowUp.Web.Mails.Content;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Legal;

/// <summary>The links at the foot of every mail.</summary>
static class LegalFooter
{
    /// <summary>The same mail with links to the privacy notice and the legal mentions, in its language.</summary>
    public static MailContent WithLegalLinks(this MailContent mail, PagesOptions pages)
    {
        Uri Address(string path) => pages.Address($"{path}?lang={mail.Language.ToLanguageCode()}");
        return mail with
        {
            Footer =
            [
                .. mail.Footer,
                new FooterLine(mail.Language.Pick("Vos données personnelles", "Your personal data"), Address(LegalAddresses.Privacy)),
                new FooterLine(mail.Language.Pick("Mentions légales", "Legal mentions"), Address(LegalAddresses.Mentions)),
            ],
        };
    }
}
