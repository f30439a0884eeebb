using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;
using NodaTime;
using NodaTime.Extensions;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>Reads the follow-up feed for a provider with a live subscription, and audits every read and refusal. One per request, as it caches the providers.</summary>
sealed class FeedQuery(ProjectQueries queries, IDirectory directory, IAuditLog audit, WorkingCalendar calendar, TimeProvider time)
{
    public const string AuditAction = "feed";
    public const string ReadCode = "read";

    ImmutableArray<ProviderProfile>? providers;

    /// <param name="provider">Null for an unknown one.</param>
    /// <param name="providerId">Its id.</param>
    /// <param name="projectId">The id of the project that it reads; null for all of its own.</param>
    /// <param name="cancellation">Cancels the write.</param>
    /// <param name="project">The project that it reads; null for all of its own.</param>
    /// <returns>Null for a provider whose subscription is live and covers the project; the refusal is written down.</returns>
    public async ValueTask<Refusal?> FindRefusal(
        ProviderProfile? provider, string providerId, string? projectId, CancellationToken cancellation, Project? project = null)
    {
        var refusal = provider is null || !provider.HasPrivilege(calendar.DateOf(Now)) ? FollowUpFeed.PrivilegeRequired
            : provider.Scope == FeedScope.Mine && project is not null && !project.GetProviderState(providerId).Acted ? FollowUpFeed.OutsideSubscription
            : null;
        if (refusal is not null)
        {
            await WriteAudit(projectId, providerId, refusal.Code, cancellation);
        }

        return refusal;
    }

    /// <returns>Null when there is nothing new on the project.</returns>
    public async ValueTask<ProjectFeed?> Read(
        StoredProject stored, ProviderProfile provider, Language language, Instant? since, CancellationToken cancellation)
    {
        var view = await queries.Load(stored, language, cancellation: cancellation);
        providers ??= await directory.AllProviders(cancellation);
        var (whole, _) = ProviderFeedFactory.Create(view, providers.Value, provider.Id, Now);
        var feed = since is { } then ? whole.Since(then) : whole;
        if (feed is not null)
        {
            await WriteAudit(stored.Project.Id, provider.Id, ReadCode, cancellation);
        }

        return feed;
    }

    /// <summary>What a provider would read of a project, for staff. It is no read of the feed.</summary>
    /// <param name="provider">Null for a provider that the client has named nowhere.</param>
    public async ValueTask<ProjectFeed> Preview(StoredProject stored, ProviderProfile? provider, Language language, CancellationToken cancellation)
    {
        var view = await queries.Load(stored, language, cancellation: cancellation);
        return ProviderFeedFactory.Create(view, await directory.AllProviders(cancellation), provider?.Id, Now).Feed;
    }

    /// <summary>Writes down that a staff member may not read a feed.</summary>
    public ValueTask AuditRefusal(string projectId, Actor actor, Refusal refusal, CancellationToken cancellation) =>
        audit.Write(new AuditEntry(Now, projectId, Kebab.Case(actor.Role), actor.Id, AuditAction, refusal.Code), cancellation);

    ValueTask WriteAudit(string? projectId, string providerId, string code, CancellationToken cancellation) =>
        audit.Write(new AuditEntry(Now, projectId, Kebab.Case(Role.Provider), providerId, AuditAction, code), cancellation);

    Instant Now => time.GetCurrentInstant();
}
