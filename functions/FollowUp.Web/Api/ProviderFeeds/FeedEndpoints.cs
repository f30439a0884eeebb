using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Domain.Text;
using FollowUp.Web.Api.Authentication;
using FollowUp.Web.Api.Requests;
using FollowUp.Web.Api.Responses;
using FollowUp.Web.Shared.Http;
using FollowUp.Web.Shared.Validation;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>The follow-up feed of one project, or of all projects that a provider came forward on.</summary>
static class FeedEndpoints
{
    public static async Task<IResult> GetProjectFeed(
        string id, HttpContext http, string? provider, FeedQuery query, IDirectory directory, IProjectStore store, WorkingCalendar calendar)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        if (ApiCaller.Of(http) is { Staff: not null, Actor: var reader })
        {
            return await Preview(id, reader, provider, http, query, directory, store, calendar);
        }

        if (provider is null || !TextRules.IsId(provider))
        {
            return Problem.Invalid("provider", new LocalizedText("nomme le prestataire qui lit", "names the provider that reads"), language);
        }

        if (await store.Load(id, cancellation) is not { } stored)
        {
            return Problem.UnknownProject(language);
        }

        var profile = await directory.FindProvider(provider, cancellation);
        if (await query.FindRefusal(profile, provider, id, cancellation, stored.Project) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        return await query.Read(stored, profile!, language, since: null, cancellation) is { } feed
            ? TypedResults.Ok(FeedResponse.Of(feed, calendar))
            : Problem.UnknownProject(language);
    }

    /// <remarks>A page holds what is new on up to 50 projects; on some of them nothing may be (<see cref="NextPageLink"/>).</remarks>
    public static async Task<IResult> GetProviderFeed(
        string id, HttpContext http, string? since, string? after, FeedQuery query, IDirectory directory, IProjectIndex index, IProjectStore store, WorkingCalendar calendar)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        var start = ParseSince(since);
        if (since is not null && start is null)
        {
            return Problem.Invalid("since", JsonFault.Expect(typeof(Instant)), language);
        }

        if (await directory.FindProvider(id, cancellation) is not { } profile)
        {
            return Problem.UnknownProvider(language);
        }

        if (await query.FindRefusal(profile, id, null, cancellation) is { } refusal)
        {
            return Problem.Of(refusal, language);
        }

        var projects = new List<ProjectFeed>();
        foreach (var project in NextPageLink.TakePage(http, await index.GetProjectsOfProvider(id, cancellation), project => project, after))
        {
            if (await store.Load(project, cancellation) is { } stored && await query.Read(stored, profile, language, start, cancellation) is { } feed)
            {
                projects.Add(feed);
            }
        }

        // The subscription may have ended while the projects were read.
        if (await query.FindRefusal(await directory.FindProvider(id, cancellation), id, null, cancellation) is { } ended)
        {
            return Problem.Of(ended, language);
        }

        return TypedResults.Ok(new ProviderFeedResponse(id, [.. projects.OrderBy(p => p.UpdatedAt).Select(feed => FeedResponse.Of(feed, calendar))]));
    }

    /// <summary>For staff: what providers read of a project, or what one provider does.</summary>
    static async Task<IResult> Preview(
        string id, Actor reader, string? provider, HttpContext http, FeedQuery query, IDirectory directory, IProjectStore store, WorkingCalendar calendar)
    {
        var (language, cancellation) = (http.GetLanguage(), http.RequestAborted);
        if (reader.Role == Role.Sales)
        {
            await query.AuditRefusal(id, reader, Refusals.SalesDoNotFollowUp, cancellation);
            return Problem.Of(Refusals.SalesDoNotFollowUp, language);
        }

        if (await store.Load(id, cancellation) is not { } stored)
        {
            return Problem.UnknownProject(language);
        }

        var profile = provider is null ? null : await directory.FindProvider(provider, cancellation);
        return provider is not null && profile is null
            ? Problem.UnknownProvider(language)
            : TypedResults.Ok(FeedResponse.Of(await query.Preview(stored, profile, language, cancellation), calendar));
    }

    /// <summary>A time, or a day in Paris. An unescaped plus sign of an offset arrives as a space.</summary>
    static Instant? ParseSince(string? text)
    {
        text = text?.Replace(' ', '+');
        return ParisInstantConverter.Read(text)
            ?? (text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value.Year: > 0 } day
                ? WorkingCalendar.France.At(day.Value, LocalTime.Midnight)
                : null);
    }
}
