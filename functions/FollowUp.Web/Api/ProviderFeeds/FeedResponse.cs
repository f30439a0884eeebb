using System.Text.Json.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.ProviderFeed;
using NodaTime;

namespace FollowUp.Web.Api.ProviderFeeds;

/// <summary>The facts and shared notes of one project. A fact that is withheld or unknown is absent.</summary>
public sealed record FeedResponse(
    string Project,
    Instant UpdatedAt,
    IReadOnlyList<FeedNoteResponse> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Phase? Phase = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Instant? LastContact = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientSays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? ExpectedDate = null)
{
    internal static FeedResponse Of(ProjectFeed feed) => new(
        feed.ProjectId, feed.UpdatedAt, [.. feed.Notes.Select(n => new FeedNoteResponse(n.At, n.Text))],
        feed.Phase, feed.LastContact, feed.ClientSays, feed.ExpectedDate);
}

/// <summary>A note that a coordinator wrote for providers.</summary>
public sealed record FeedNoteResponse(Instant At, string Text);

/// <summary>What is new on every project that a provider came forward on.</summary>
public sealed record ProviderFeedResponse(string Provider, IReadOnlyList<FeedResponse> Projects);
