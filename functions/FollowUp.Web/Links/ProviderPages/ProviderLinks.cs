using FollowUp.Application.People;
using NodaTime;

namespace FollowUp.Web.Links.ProviderPages;

/// <summary>The link to a provider's own page.</summary>
static class ProviderLinks
{
    /// <summary>A link of a provider, which works for a while after its mail.</summary>
    public static Link Create(ProviderProfile provider, Instant now) =>
        new(LinkPurpose.ProviderPage, "", 0, 0, provider.Id, now + LinkTokens.GetLifetime(LinkPurpose.ProviderPage));
}
