using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Http;

namespace FollowUp.Web.Links;

/// <summary>Paths of link pages: <c>/l/{token}</c> and <c>/l/{token}/unsubscribe</c>.</summary>
static class LinkPath
{
    public const string Prefix = "/l";

    public const string Unsubscribe = "/unsubscribe";

    /// <param name="language">Adds <c>?lang=</c>; null for the default language of the page.</param>
    /// <param name="suffix">Follows the token, such as <see cref="Unsubscribe"/>.</param>
    public static string Format(string token, Language? language = null, string suffix = "") =>
        language is { } requested ? $"{Prefix}/{token}{suffix}?lang={requested.ToLanguageCode()}" : $"{Prefix}/{token}{suffix}";
}
