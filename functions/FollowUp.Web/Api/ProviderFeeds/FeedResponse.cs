using System.Text.Json.Serialization;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Projects;
using FollowUp.Domain.ProviderFeed;
using NodaTime;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>
/// The facts and shared notes of one project. A fact that is withheld or unknown is absent. When something happened is a day in Paris and no hour,
/// as the hour of a contact is the client's.
/// </summary>
public sealed record FeedResponse(
    string Project,
    LocalDate UpdatedAt,
    IReadOnlyList<FeedNoteResponse> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Phase? Phase = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? LastContact = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientSays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? ExpectedDate = null)
{
    internal static FeedResponse Of(ProjectFeed feed, WorkingCalendar calendar) => new(
        feed.ProjectId, calendar.DateOf(feed.UpdatedAt), [.. feed.Notes.Select(n => new FeedNoteResponse(calendar.DateOf(n.At), n.Text))],
        feed.Phase, feed.LastContact is { } at ? calendar.DateOf(at) : null, feed.ClientSays, feed.ExpectedDate);
}

/// <summary>A note that a coordinator wrote for providers, and the day on which.</summary>
public sealed record FeedNoteResponse(LocalDate At, string Text);

/// <summary>What is new on every project that a provider came forward on.</summary>
public sealed record ProviderFeedResponse(string Provider, IReadOnlyList<FeedResponse> Projects);
