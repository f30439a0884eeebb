using System.Collections.Immutable;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>Creates the follow-up feed of a project from its published facts. It names neither the client nor other providers.</summary>
public static class FollowUpFeed
{
    /// <summary>The provider has no privilege subscription.</summary>
    public static readonly Refusal PrivilegeRequired = new(
        "privilege-required", RefusalKind.Forbidden, new LocalizedText(
            "Le fil de suivi est réservé aux prestataires dont l’abonnement privilège est en cours.",
            "The follow-up feed is for providers with a live privilege subscription."));

    /// <summary>The subscription covers the provider's own projects alone.</summary>
    public static readonly Refusal OutsideSubscription = new(
        "outside-subscription", RefusalKind.Forbidden, new LocalizedText(
            "L’abonnement porte sur les projets où le prestataire s’est manifesté : il n’a rien fait sur celui-ci.",
            "The subscription covers the projects on which the provider acted: it has done nothing on this one."));

    /// <summary>The feed of a project for one provider.</summary>
    /// <param name="project">The project.</param>
    /// <param name="timeline">Its events, oldest first.</param>
    /// <param name="reader">The provider that reads it.</param>
    /// <param name="now">The instant of the reading: a closing that can still be taken back is not shown.</param>
    public static ProjectFeed Create(Project project, IReadOnlyCollection<RecordedEvent> timeline, FeedAudience reader, Instant now)
    {
        var shown = project.GetVisible(now);
        var all = project.IsClosingHeld(now) && project.UndoPoint is { } held ? [.. timeline.Where(e => e.Seq < held.First || e.Seq > held.Last)] : timeline;
        var events = UndoneEvents.Remove(all);
        var sharedNotes = all.Where(e => e.Event is NoteAdded { Visibility: Visibility.Shared }).Select(e => e.Seq).ToHashSet();
        bool Published(SharedFact fact) => !shown.WithheldFacts.Contains(fact);
        return new ProjectFeed(
            shown.Id,
            events.Where(e => IsNews(e.Event, Published) || (e.Event is NoteWithdrawn note && sharedNotes.Contains(note.Note)))
                .Select(e => e.At).DefaultIfEmpty(shown.SubmittedAt).Max(),
            Published(SharedFact.Phase) ? shown.Phase : null,
            Published(SharedFact.LastContact) ? shown.LastSignOfLife : null,
            Published(SharedFact.ClientSays) ? GetLatestAnswer(events, reader) : null,
            Published(SharedFact.ExpectedDate) ? shown.ExpectedDate : null,
            GetSharedNotes(events, reader));
    }

    /// <summary>The client's latest answer, by link, website or phone.</summary>
    static string? GetLatestAnswer(IEnumerable<RecordedEvent> timeline, FeedAudience reader)
    {
        foreach (var entry in timeline.Reverse())
        {
            switch (entry.Event)
            {
                case ClientAnswered e:
                    return reader.DescribeAnswer(e.Answer, e.Provider, e.Until);
                case ClientReached e when Evolution.ToClientAnswer(e.Outcome) is { } answer:
                    return reader.DescribeAnswer(answer, e.Provider, e.Until);
                default:
                    break;
            }
        }

        return null;
    }

    static ImmutableArray<SharedNote> GetSharedNotes(IEnumerable<RecordedEvent> timeline, FeedAudience reader) =>
    [
        .. from entry in timeline
           let note = entry.Event as NoteAdded
           where note is { Visibility: Visibility.Shared }
           let text = reader.GetMaskedText(note.Text, note.AsWritten == true)
           where text is not null
           select new SharedNote(entry.At, text),
    ];

    /// <summary>Whether an event changes what the feed tells.</summary>
    static bool IsNews(Event entry, Func<SharedFact, bool> published) => entry switch
    {
        ProjectSubmitted or FactShared or NoteAdded { Visibility: Visibility.Shared } => true,
        ProjectValidated or WentDormant or Woke or ProjectClosed or ProjectReopened or ClosingUndone => published(SharedFact.Phase),
        ClientReached or ClientAnswered => published(SharedFact.LastContact) || published(SharedFact.ClientSays),
        ClientSignalled or ClientReplied or InformationGiven or NumberCorrected => published(SharedFact.LastContact),
        _ => false,
    };
}
