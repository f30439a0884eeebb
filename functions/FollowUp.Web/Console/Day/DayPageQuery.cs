using System.Collections.Immutable;
using FollowUp.Application.Assignments;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.PendingDecisions;
using FollowUp.Domain.Text;
using FollowUp.Web.Console.Calls;
using FollowUp.Web.Console.Complaints;
using NodaTime;

namespace FollowUp.Web.Console.Day;

/// <summary>
/// Reads the day page from the index: the own projects of a coordinator; for a manager those of all coordinators or of one. Beyond the index it
/// reads the shown decisions and replies of projects, and the providers once.
/// </summary>
sealed class DayPageQuery(
    IProjectIndex index, IDirectory directory, IProjectStore store, PendingDecisionQueries decisions, ReadAnswers answers,
    ComplaintRowsQuery complaints, IPersonStore persons)
{
    /// <summary>Bounds the reads of the index. A coordinator has a few hundred open projects at most; those due first come first.</summary>
    const int MaxQueueRows = 5000;

    /// <param name="staffKey">The coordinator whose day a manager wants; null for everybody's. Ignored for others.</param>
    public async Task<DayPageViewModel> Load(ConsoleVisit visit, string? staffKey, DayFilter filter, CancellationToken cancellation)
    {
        var owner = visit.IsManager ? visit.Coordinators.FindByKey(staffKey) : visit.Staff;
        var open = await index.GetQueue(owner?.Id, MaxQueueRows, cancellation);
        ImmutableArray<ProjectListItem> queue = filter.IsNarrow ? [.. open.Where(filter.Includes)] : open;
        ImmutableArray<ProjectListItem> outsideQueue = [.. (await index.GetAwaiting(owner?.Id, MaxQueueRows, cancellation)).Where(filter.Includes)];

        // The queue of everybody holds all open projects already.
        var asking = owner is null ? queue : queue.Concat(outsideQueue);
        var shownDecisions = filter.Section == DayFilter.Decisions ? filter.PageNumber * DayPageViewModel.MaxRows : DayPageViewModel.MaxRows;
        var pending = await decisions.LoadAwaiting(owner?.Id, asking, shownDecisions, cancellation);
        var closed = outsideQueue.Where(r => !r.Project.IsOpen);
        var day = DayPageViewModel.Create(
            visit, owner, queue, [.. closed], pending, await answers.Load(cancellation), await persons.LoadJoined(cancellation)) with
        { Filter = filter };
        return day with
        {
            OpenCount = open.Length,
            UncoveredLanguages = owner is null ? UncoveredLanguages.Count(visit.AllStaff, open) : ImmutableSortedDictionary<Language, int>.Empty,
            Calls = owner is null ? null : CallQueue.Create(open, await LoadClosedToday(owner, visit, cancellation), visit.Days.Now, visit.Days.Calendar),
            Visit = visit.WithProviderNames(await LoadProviders(day, cancellation)),
            Complaints = visit.IsManager && owner is null ? await complaints.LoadOpen(visit, cancellation) : [],
            ReplyTexts = await LoadReplyTexts(day, cancellation),
        };
    }

    ValueTask<ImmutableArray<ProjectListItem>> LoadClosedToday(Staff owner, ConsoleVisit visit, CancellationToken cancellation) =>
        index.GetClosedSince(owner.Id, visit.Days.Calendar.At(visit.Days.Today, LocalTime.Midnight), MaxQueueRows, cancellation);

    /// <summary>The newest reply of each shown project, by project id; erased texts are absent.</summary>
    async Task<ImmutableDictionary<string, string>> LoadReplyTexts(DayPageViewModel day, CancellationToken cancellation)
    {
        var texts = await Task.WhenAll(day.GetShown(DayFilter.Replies, day.Replies).Select(async row =>
            KeyValuePair.Create(row.Project.Id, await LoadReplyText(row.Project, cancellation))));
        return texts.Where(t => t.Value is not null).ToImmutableDictionary(t => t.Key, t => t.Value!);
    }

    async Task<string?> LoadReplyText(Project project, CancellationToken cancellation) =>
        await FindNewestReply(project, cancellation) is { Text.Key: { } key }
            ? (await store.LoadPersonalTexts(project.Id, cancellation)).GetValueOrDefault(key)
            : null;

    async Task<ClientReplied?> FindNewestReply(Project project, CancellationToken cancellation)
    {
        if (project.IsOpen)
        {
            // A reply to an open project is a sign of life, so the newest one is mostly the entry that the snapshot names.
            var version = project.LastSignOfLifeVersion;
            if (await store.LoadEntries(project.Id, version, version, cancellation) is [var entry]
                && TimelineJson.Read(entry.Json).Event is var newest and (ClientReplied or ClientReached))
            {
                return newest as ClientReplied;
            }
        }

        return (await store.ReadEvents(project.Id, cancellation).ToListAsync(cancellation)).Select(e => e.Event).OfType<ClientReplied>().LastOrDefault();
    }

    /// <summary>The providers named in the shown questions and decisions.</summary>
    async Task<IEnumerable<ProviderProfile>> LoadProviders(DayPageViewModel day, CancellationToken cancellation)
    {
        var asking = day.GetShown(DayFilter.Questions, day.Questions).SelectMany(r => r.Project.OpenQuestions).Select(q => q.Provider);
        var notices = day.Decisions.SelectMany(r => r.Decisions).Select(d => d.Decision).OfType<PendingGoodChancesNotice>().Select(n => n.Provider);
        var ids = asking.Concat(notices).ToHashSet();
        return ids.Count == 0 ? [] : (await directory.AllProviders(cancellation)).Where(p => ids.Contains(p.Id));
    }
}
