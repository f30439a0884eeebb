using FollowUp.Application.Masking;
using FollowUp.Application.People;
using FollowUp.Application.Projects;
using FollowUp.Domain.ProviderFeed;
using NodaTime;

namespace FollowUp.Application.ProviderFeeds;

/// <summary>Assembles what providers read of a project, with the masker for everything else that they read of it. Every door of the feed uses it.</summary>
public static class ProviderFeedFactory
{
    /// <param name="view">The project with its whole timeline, its dossier and its texts.</param>
    /// <param name="providers">Every known provider.</param>
    /// <param name="reader">The id of the provider that reads; null for a provider that the client has named nowhere.</param>
    /// <param name="now">The instant of the reading.</param>
    public static (ProjectFeed Feed, PersonalDataMasker Masker) Create(ProjectView view, IEnumerable<ProviderProfile> providers, string? reader, Instant now)
    {
        var masker = MaskerFactory.Create(view.Dossier, providers, reader);
        var audience = new FeedAudience(reader ?? "", view.TimelineText.Language, view.TimelineText.ResolveText, masker);
        return (FollowUpFeed.Create(view.Project, FeedTimeline.Of(view), audience, now), masker);
    }
}
