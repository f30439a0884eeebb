using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Application.ProviderFeeds;

/// <summary>Reads the projects on which a provider acted, as it may see them. Thread-safe; it changes nothing.</summary>
public sealed class ProviderProjectQuery(
    IProjectIndex index, IProjectStore store, ProjectQueries queries, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>More than a provider has open at once; the newest come first.</summary>
    const int MaxProjects = 100;

    /// <summary>The projects of a provider, those that moved last first.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="language">The language of the texts.</param>
    /// <param name="since">Only projects about which something was learned since; null for all. Without a live subscription there are none.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ImmutableArray<ProviderProject>> Load(
        ProviderProfile provider, Language language, Instant? since = null, CancellationToken cancellation = default)
    {
        var providers = await directory.AllProviders(cancellation);
        var now = time.GetCurrentInstant();
        var isLive = provider.HasPrivilege(calendar.DateOf(now));
        var found = new List<ProviderProject>();
        foreach (var id in (await index.GetProjectsOfProvider(provider.Id, cancellation)).Reverse().Take(MaxProjects))
        {
            if (await store.Load(id, cancellation) is { } stored && stored.Project.GetProviderState(provider.Id).Acted)
            {
                var view = await queries.Load(stored, language, cancellation: cancellation);
                var (learned, masker) = ProviderFeedFactory.Create(view, providers, provider.Id, now);
                var feed = isLive ? learned : null;
                if (since is not { } then || feed?.UpdatedAt >= then)
                {
                    found.Add(new ProviderProject(view, view.Dossier?.Title is { } title ? masker.Mask(title) : null, feed, masker));
                }
            }
        }

        return [.. found.OrderByDescending(project => project.Feed?.UpdatedAt ?? project.View.Project.SubmittedAt)];
    }
}
