using System.Collections.Immutable;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Application.ProviderFeeds;

/// <summary>The part of a timeline that a feed is made from.</summary>
public static class FeedTimeline
{
    /// <summary>The events, oldest first.</summary>
    public static ImmutableArray<RecordedEvent> Of(ProjectView view) =>
        [.. view.Timeline.Select(line => new RecordedEvent(line.Seq, line.At, line.Role, line.By, line.Event, First: line.First))];

    /// <summary>The shared notes that providers read, newest first.</summary>
    public static IEnumerable<RecordedEvent> GetSharedNotes(ProjectView view) =>
        UndoneEvents.Remove(Of(view)).Where(recorded => recorded.Event is NoteAdded { Visibility: Visibility.Shared }).Reverse();
}
