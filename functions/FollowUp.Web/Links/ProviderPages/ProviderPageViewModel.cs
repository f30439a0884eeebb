using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Web.Mails;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Links.ProviderPages;

/// <summary>A provider's own page, by a link in a mail.</summary>
/// <param name="Action">Where its forms are posted.</param>
/// <param name="IsLive">Whether the privilege subscription is live, so that the page shows what the follow-up learned.</param>
/// <param name="Projects">The projects on which the provider acted, those that moved last first.</param>
public sealed record ProviderPageViewModel(
    string Action, ProviderProfile Provider, bool IsLive, ImmutableArray<ProviderProject> Projects, MailOptions Department, DateTimeText Days)
{
    public FormEcho Echo { get; init; } = FormEcho.Empty;
}
