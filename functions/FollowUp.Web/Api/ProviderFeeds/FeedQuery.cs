using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;
using NodaTime.Extensions;
using NodaTime;
using System.Collections.Immutable;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>Reads the follow-up feed for a provider with a live subscription, and audits every read and refusal. One per request, as it caches the providers.</summary>
sealed class FeedQuery(ProjectQueries queries, IDirectory directory, IAuditLog audit, WorkingCalendar calendar, TimeProvider time)
{
    const string AuditAction = "feed";

    ImmutableArray<ProviderProfile>? providers;

    /// <returns>Null for a provider whose subscription is live; the refusal is written down.</returns>
    public async ValueTask<Refusal?> FindRefusal(ProviderProfile? provider, string providerId, string? projectId, CancellationToken cancellation)
    {
        if (provider is not null && provider.HasPrivilege(calendar.DateOf(Now)))
        {
            return null;
        }

        await WriteAudit(projectId, providerId, FollowUpFeed.PrivilegeRequired.Code, cancellation);
        return FollowUpFeed.PrivilegeRequired;
    }

    /// <returns>Null when there is nothing new on the project.</returns>
    public async ValueTask<ProjectFeed?> Read(
        StoredProject stored, ProviderProfile provider, Language language, Instant? since, CancellationToken cancellation)
    {
        var view = await queries.Load(stored, language, cancellation: cancellation);
        providers ??= await directory.AllProviders(cancellation);
        var others = providers.Value.Where(p => p.Id != provider.Id).SelectMany(p => new[] { p.Name, p.Id });
        ProjectFeed? feed = FollowUpFeed.Create(
            view.Project,
            [.. view.Timeline.Select(line => new RecordedEvent(line.Seq, line.At, line.Role, line.By, line.Event, First: line.First))],
            new FeedAudience(provider.Id, language, view.TimelineText.ResolveText, CreateMasker(view.Dossier, others)),
            Now);
        if (since is { } then)
        {
            feed = feed.Since(then);
        }

        if (feed is not null)
        {
            await WriteAudit(stored.Project.Id, provider.Id, "read", cancellation);
        }

        return feed;
    }

    static PersonalDataMasker CreateMasker(Dossier? client, IEnumerable<string> others) =>
        PersonalDataMasker.Create(client?.Name, client?.Company, others, client?.Phone, client?.Email);

    ValueTask WriteAudit(string? projectId, string providerId, string code, CancellationToken cancellation) =>
        audit.Write(new AuditEntry(Now, projectId, Kebab.Case(Role.Provider), providerId, AuditAction, code), cancellation);

    Instant Now => time.GetCurrentInstant();
}
