using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.ProviderFeed;
using FollowUp.Web.Api.ProviderFeeds;
using NodaTime;

namespace FollowUp.Web.Console.Projects;

/// <summary>What a provider with a privilege subscription reads of a project, and who read it.</summary>
/// <param name="Feed">The feed of a provider that the client has named nowhere.</param>
/// <param name="Notes">The shared notes, newest first.</param>
/// <param name="Reads">The latest read of each provider, newest first.</param>
public sealed record FeedPreview(ProjectFeed Feed, ImmutableArray<FeedPreviewNote> Notes, ImmutableArray<(string Provider, Instant At)> Reads)
{
    /// <param name="view">The project.</param>
    /// <param name="providers">Every known provider.</param>
    /// <param name="audit">The audit log of the project, newest first.</param>
    /// <param name="now">The instant of the reading.</param>
    internal static FeedPreview Create(ProjectView view, IReadOnlyCollection<ProviderProfile> providers, IEnumerable<AuditEntry> audit, Instant now)
    {
        var text = view.TimelineText;
        var (feed, masker) = ProviderFeedFactory.Create(view, providers, reader: null, now);
        return new FeedPreview(
            feed,
            [
                .. from line in FeedTimeline.GetSharedNotes(view)
                   let note = (NoteAdded)line.Event
                   where text.ResolveText(note.Text) is not null
                   select new FeedPreviewNote(line.Seq, line.At, masker.Mask(text.ResolveText(note.Text)!, note.AsWritten == true)),
            ],
            [.. audit.Where(entry => entry is { What: FeedQuery.AuditAction, Code: FeedQuery.ReadCode }).DistinctBy(entry => entry.By).Select(entry => (entry.By, entry.At))]);
    }
}

/// <summary>A shared note as providers read it.</summary>
/// <param name="Seq">Its sequence number in the timeline.</param>
public sealed record FeedPreviewNote(long Seq, Instant At, string Text);
