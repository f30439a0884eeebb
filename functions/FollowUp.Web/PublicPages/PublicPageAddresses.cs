using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Setup;

namespace FollowUp.Web.PublicPages;

/// <summary>The paths of the pages that say how the department works.</summary>
static class PublicPageAddresses
{
    /// <summary>What the department does and does not do.</summary>
    public const string Charter = "/charter";

    /// <summary>How a client chooses a provider and works with it.</summary>
    public const string Guide = "/guide";

    /// <summary>The absolute address of a page in a language, for mails.</summary>
    public static Uri PublicPage(this PagesOptions pages, string path, Language language) => pages.Address($"{path}?lang={language.ToLanguageCode()}");
}
