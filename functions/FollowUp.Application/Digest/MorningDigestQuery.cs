using System.Collections.Immutable;
using FollowUp.Application.PendingDecisions;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Application.Digest;

/// <summary>
/// Gathers a coordinator's morning from their queue, from what ended since the last one and from what awaits them elsewhere; only projects
/// of which something was heard or asked are looked into.
/// </summary>
public sealed class MorningDigestQuery(
    IProjectIndex index, IProjectStore store, PendingDecisionQueries questions, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>More than anybody follows at once; the ones due first come first.</summary>
    const int MaxRows = 5000;

    public async Task<MorningDigest> Load(Staff staff, LocalDate day, Instant since, CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var tomorrow = calendar.At(day.PlusDays(1), LocalTime.Midnight);
        var queue = await index.GetQueue(staff.Id, MaxRows, cancellation);
        var elsewhere = await index.GetAwaiting(staff.Id, MaxRows, cancellation);
        var ended = await index.GetClosedSince(staff.Id, since, MaxRows, cancellation);
        var heard = queue.Concat(ended).Concat(elsewhere.Where(r => !r.Project.IsOpen)).DistinctBy(r => r.Project.Id);
        var calls = queue.Where(r => r.Project.Next is { Kind: ActionKind.Call } next && next.DueAt < tomorrow)
            .OrderBy(r => r.Project.Next!.DueAt).ToImmutableArray();
        return new MorningDigest(
            staff,
            day,
            now,
            [.. calls.Where(r => r.Project.Next!.DueAt < now)],
            [.. calls.Where(r => r.Project.Next!.DueAt >= now)],
            await LoadAnswers(heard, since, cancellation),
            await LoadApprovals(questions.LoadAwaiting(staff.Id, queue.Concat(elsewhere), MaxRows, cancellation)),
            await LoadQuestions(queue, cancellation),
            await LoadStandIns(staff, queue, day, cancellation),
            queue.Length);
    }

    /// <summary>What ended a project is told too, and what a client wrote once it was closed, unless staff were there since.</summary>
    async Task<ImmutableArray<DigestAnswer>> LoadAnswers(IEnumerable<ProjectListItem> rows, Instant since, CancellationToken cancellation)
    {
        var answers = new List<DigestAnswer>();
        foreach (var row in rows.Where(r => r.Project.LastSignOfLife >= since && !r.Project.Erased))
        {
            var heard = new List<DigestAnswer>();
            await foreach (var recorded in store.ReadEvents(row.Project.Id, cancellation))
            {
                if (recorded.At >= since && IsFromClient(recorded))
                {
                    heard.Add(new DigestAnswer(row, recorded));
                }
                else if (!row.Project.IsOpen && recorded.Role is Role.Coordinator or Role.Manager)
                {
                    heard.Clear();
                }
            }

            answers.AddRange(heard);
        }

        return [.. answers.OrderBy(a => a.Entry.At)];
    }

    /// <summary>What the client said by itself; what came of a call was heard by whoever called.</summary>
    static bool IsFromClient(RecordedEvent recorded) => recorded.Event switch
    {
        ClientAnswered or ClientSignalled or ClientReplied or InformationGiven or NumberCorrected => true,
        CallAgreed or ChannelClosed => recorded.Role == Role.Client,
        _ => false,
    };

    static async Task<ImmutableArray<DigestApproval>> LoadApprovals(Task<ImmutableArray<ProjectWithPendingDecisions>> asking) =>
        [.. (await asking).SelectMany(a => a.Decisions.Select(asked => new DigestApproval(a.Item, asked)))];

    async Task<ImmutableArray<DigestQuestion>> LoadQuestions(ImmutableArray<ProjectListItem> queue, CancellationToken cancellation)
    {
        var questions = new List<DigestQuestion>();
        foreach (var row in queue)
        {
            foreach (var question in row.Project.OpenQuestions)
            {
                var provider = await directory.FindProvider(question.Provider, cancellation);
                questions.Add(new DigestQuestion(row, question, provider?.Name ?? question.Provider));
            }
        }

        return [.. questions.OrderBy(q => q.Question.DueAt)];
    }

    async Task<ImmutableArray<DigestStandIn>> LoadStandIns(
        Staff staff, ImmutableArray<ProjectListItem> queue, LocalDate day, CancellationToken cancellation)
    {
        var standing = ImmutableArray.CreateBuilder<DigestStandIn>();
        var owners = queue.Where(r => r.Project.StandIn == staff.Id && r.Project.Coordinator is not null)
            .GroupBy(r => r.Project.Coordinator!).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var projects in owners)
        {
            var colleague = await directory.FindStaff(projects.Key, cancellation);
            standing.Add(new DigestStandIn(colleague?.Name ?? projects.Key, colleague?.AbsenceOn(day)?.To, projects.Count()));
        }

        return standing.ToImmutable();
    }
}
