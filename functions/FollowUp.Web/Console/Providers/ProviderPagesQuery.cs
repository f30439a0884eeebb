using System.Collections.Immutable;
using FollowUp.Application.Charters;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Web.Console.Providers;

/// <summary>Loads the pages of providers. They show nothing of a client, so sales may read them.</summary>
sealed class ProviderPagesQuery(IDirectory directory, IProjectIndex index, ProjectQueries projects, IAuditLog audit)
{
    const int DaysBeforeEnd = 30;
    const int DaysOfRefusals = 30;
    const int MaxProjects = 30;
    const int MaxFeedReads = 20;

    public async Task<ProvidersPageViewModel> LoadAll(ConsoleVisit visit, CancellationToken cancellation)
    {
        var all = await directory.AllProviders(cancellation);
        var today = visit.Days.Today;
        return new ProvidersPageViewModel(
            visit,
            [.. all.OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Id, StringComparer.Ordinal)],
            [.. all.Where(p => p.PrivilegeUntil >= today && p.PrivilegeUntil <= today.PlusDays(DaysBeforeEnd)).OrderBy(p => p.PrivilegeUntil)])
        {
            Refusals = visit.IsManager ? await CountRefusals(visit, cancellation) : null,
        };
    }

    async Task<CharterRefusals> CountRefusals(ConsoleVisit visit, CancellationToken cancellation) => CharterRefusals.Sum(
        await audit.Count(visit.Days.Now - Duration.FromDays(DaysOfRefusals), visit.Days.Now + Duration.FromMinutes(1), cancellation));

    /// <returns>Null for an unknown provider.</returns>
    public async Task<ProviderPageViewModel?> Load(string id, ConsoleVisit visit, CancellationToken cancellation)
    {
        if (await directory.FindProvider(id, cancellation) is not { } provider)
        {
            return null;
        }

        var ids = await index.GetProjectsOfProvider(id, cancellation);
        var shown = new List<ProviderPageProject>();
        foreach (var project in ids.Reverse().Take(MaxProjects))
        {
            if (await projects.Load(project, visit.Language, cancellation: cancellation) is { } view
                && view.Timeline.Where(line => IsAbout(line.Event, id, visit.IsSales)).Reverse().ToImmutableArray() is { IsEmpty: false } lines)
            {
                shown.Add(new ProviderPageProject(project, lines, ProviderDeed.FindAll(view, id)));
            }
        }

        var reads = await audit.ReadBy(id, "feed", MaxFeedReads, cancellation);
        return new ProviderPageViewModel(
            visit, provider, [.. shown.OrderByDescending(p => p.Lines[0].At)], Math.Max(0, ids.Length - MaxProjects), reads);
    }

    /// <summary>
    /// What the provider itself did, and what it was told. What the client says of it is not shown, nor to sales the words of a call that the provider may not read.
    /// </summary>
    static bool IsAbout(Event @event, string provider, bool isForSales) => @event switch
    {
        ProviderActed e => e.Provider == provider,
        ProviderCalled e => e.Provider == provider && !(isForSales && e.Visibility == Visibility.Internal),
        QuestionAsked e => e.Provider == provider,
        ProviderHandedOver e => e.Provider == provider,
        QuestionAnswered e => e.Provider == provider,
        GoodChancesSent e => e.Provider == provider,
        _ => false,
    };
}
