using System.Collections.Immutable;
using FollowUp.Application.Integrity;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.ProviderFeeds;
using FollowUp.Domain.Projects.Events;
using NodaTime;

namespace FollowUp.Application.Complaints;

/// <summary>All that a manager needs to answer a complaint.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Deadline">The day by which the receipt promised an answer.</param>
/// <param name="Project">The project with its timeline; null when the complaint names none.</param>
/// <param name="Chain">Whether the timeline is as it was recorded; null without a project.</param>
/// <param name="Messages">The mails of the project that left, oldest first.</param>
/// <param name="MailCopies">Copies of mails by their id, where the host keeps them.</param>
/// <param name="FeedReads">When providers read the project's feed, or were refused it, oldest first.</param>
/// <param name="Promises">The delays promised, against what was kept.</param>
public sealed record ComplaintFile(
    Complaint Complaint, LocalDate Deadline, ProjectView? Project, ChainReport? Chain, ImmutableArray<OutboxEntry> Messages,
    ImmutableDictionary<string, MailboxEntry> MailCopies, ImmutableArray<AuditEntry> FeedReads, ImmutableArray<ComplaintPromise> Promises)
{
    /// <summary>The rules that the calls outside the rules broke, oldest first.</summary>
    public ImmutableArray<OutsideCall> OutsideCalls { get; init; } = [];

    /// <summary>All entries of the timeline, oldest first.</summary>
    public ImmutableArray<TimelineLine> Timeline => Project?.Timeline ?? [];

    /// <summary>The calls, made and received.</summary>
    public IEnumerable<TimelineLine> Calls => Timeline.Where(line => line.Event is CallMissed or ClientReached);

    /// <summary>The calls outside the allowed hours or over the cap.</summary>
    public IEnumerable<TimelineLine> CallsOutsideRules => Timeline.Where(line => line.Event is CallMissed { OutsideRules: true } or ClientReached { OutsideRules: true });

    /// <summary>What was shared with providers: facts, shared notes, notices and answers.</summary>
    public IEnumerable<TimelineLine> Shared => Timeline.Where(line =>
        line.Event is FactShared or GoodChancesSent or QuestionAnswered or NoteAdded { Visibility: Domain.Projects.Commands.Visibility.Shared });

    /// <summary>
    /// What each provider did and how long after publication, as its own page shows it: the provider that complains first, then those that the project knows.
    /// One that did nothing is there too.
    /// </summary>
    public ImmutableArray<(string Provider, ImmutableArray<ProviderDeed> Deeds)> Mirrors => Project is not { } view ? [] :
    [
        .. new[] { Complaint.FromKind == "provider" ? Complaint.FromId : null }.OfType<string>().Concat(view.Project.Providers.Select(state => state.Provider))
            .Distinct().Select(provider => (provider, ProviderDeed.FindAll(view, provider))),
    ];

    /// <summary>The first reading by each provider since something was shared with every provider who may read; empty for what one provider got by mail.</summary>
    public IEnumerable<AuditEntry> ReadersOf(TimelineLine shared) => shared.Event is FactShared { Published: true } or NoteAdded
        ? FeedReads.Where(read => read.Code == "read" && read.At >= shared.At).DistinctBy(read => read.By)
        : [];

    /// <summary>What providers did themselves.</summary>
    public IEnumerable<TimelineLine> ProviderActions => Timeline.Where(line => line.Event is ProviderActed or QuestionAsked);
}
