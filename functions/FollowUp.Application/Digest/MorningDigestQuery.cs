using System.Collections.Immutable;
using FollowUp.Application.Complaints;
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
using NodaTime.Extensions;

namespace FollowUp.Application.Digest;

/// <summary>
/// Reads the content of a morning digest from the coordinator's queue, from projects closed since the last digest and from projects that wait for
/// the coordinator. It reads the timeline only of projects with a message or a decision.
/// </summary>
public sealed class MorningDigestQuery(
    IProjectIndex index, IProjectStore store, PendingDecisionQueries decisions, IDirectory directory, IComplaints complaints, WorkingCalendar calendar,
    TimeProvider time)
{
    /// <summary>More than a coordinator has; the first due come first.</summary>
    const int MaxRows = 5000;

    /// <summary>Reads a digest. It changes nothing.</summary>
    /// <param name="staff">The coordinator.</param>
    /// <param name="day">The day of the digest.</param>
    /// <param name="since">From when on messages of clients are told.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<MorningDigest> Load(Staff staff, LocalDate day, Instant since, CancellationToken cancellation = default)
    {
        var now = time.GetCurrentInstant();
        var tomorrow = calendar.At(day.PlusDays(1), LocalTime.Midnight);
        var queue = await index.GetQueue(staff.Id, MaxRows, cancellation);
        var awaiting = await index.GetAwaiting(staff.Id, MaxRows, cancellation);
        var closed = await index.GetClosedSince(staff.Id, since, MaxRows, cancellation);
        var withMessages = queue.Concat(closed).Concat(awaiting.Where(r => !r.Project.IsOpen)).DistinctBy(r => r.Project.Id);
        var calls = queue.Where(r => r.Project.Next is { Kind: ActionKind.Call } next && next.DueAt < tomorrow)
            .OrderBy(r => r.Project.Next!.DueAt).ToImmutableArray();
        return new MorningDigest(
            staff,
            day,
            now,
            [.. calls.Where(r => r.Project.Next!.DueAt < now)],
            [.. calls.Where(r => r.Project.Next!.DueAt >= now)],
            await LoadAnswers(withMessages, since, cancellation),
            await LoadDecisions(staff, queue.Concat(awaiting), cancellation),
            await LoadQuestions([.. queue.Concat(awaiting.Where(r => !r.Project.IsOpen)).DistinctBy(r => r.Project.Id)], cancellation),
            await LoadStandIns(staff, queue, day, cancellation),
            queue.Length)
        {
            Complaints = staff.Role == Role.Manager ? await LoadComplaints(day, since, cancellation) : [],
        };
    }

    async Task<ImmutableArray<DigestComplaint>> LoadComplaints(LocalDate day, Instant since, CancellationToken cancellation)
    {
        var soon = calendar.AddWorkingDays(day, 2);
        return
        [
            .. (await complaints.All(cancellation)).Where(complaint => !complaint.IsAnswered)
                .Select(complaint => new DigestComplaint(complaint, ComplaintTerms.GetAnswerDeadline(complaint.At, calendar)))
                .Where(complaint => complaint.Complaint.At >= since || complaint.Due <= soon)
                .OrderBy(complaint => complaint.Due).ThenBy(complaint => complaint.Complaint.At),
        ];
    }

    async Task<ImmutableArray<DigestAnswer>> LoadAnswers(IEnumerable<ProjectListItem> rows, Instant since, CancellationToken cancellation)
    {
        var answers = new List<DigestAnswer>();
        foreach (var row in rows.Where(r => r.Project.LastSignOfLife >= since && !r.Project.Erased))
        {
            var timeline = await store.ReadEvents(row.Project.Id, cancellation).ToListAsync(cancellation);
            answers.AddRange(FindAnswers(row.Project, timeline, since).Select(recorded => new DigestAnswer(row, recorded)));
        }

        return [.. answers.OrderBy(a => a.Entry.At)];
    }

    /// <summary>
    /// The messages of a client since an instant. Of a closed project, only those after the last event by staff: staff who worked on it since have
    /// read them.
    /// </summary>
    static IEnumerable<RecordedEvent> FindAnswers(Project project, List<RecordedEvent> timeline, Instant since)
    {
        var read = project.IsOpen ? -1 : timeline.FindLastIndex(r => r.Role is Role.Coordinator or Role.Manager && !(r.At >= since && IsFromClient(r)));
        return timeline.Skip(read + 1).Where(recorded => recorded.At >= since && IsFromClient(recorded));
    }

    /// <summary>Whether the client wrote by itself. The outcome of a call is known to the staff member who called.</summary>
    static bool IsFromClient(RecordedEvent recorded) => recorded.Event switch
    {
        ClientAnswered or ClientSignalled or ClientReplied or InformationGiven or NumberCorrected => true,
        CallAgreed or ChannelClosed => recorded.Role == Role.Client,
        _ => false,
    };

    async Task<ImmutableArray<DigestDecision>> LoadDecisions(Staff staff, IEnumerable<ProjectListItem> rows, CancellationToken cancellation) =>
    [
        .. (await decisions.LoadAwaiting(staff.Id, rows, MaxRows, cancellation))
            .SelectMany(project => project.Decisions.Select(details => new DigestDecision(project.Item, details))),
    ];

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
        var standIns = ImmutableArray.CreateBuilder<DigestStandIn>();
        var owners = queue.Where(r => r.Project.Staffing.StandIn == staff.Id && r.Project.Coordinator is not null)
            .GroupBy(r => r.Project.Coordinator!).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var projects in owners)
        {
            var colleague = await directory.FindStaff(projects.Key, cancellation);
            standIns.Add(new DigestStandIn(colleague?.Name ?? projects.Key, colleague?.AbsenceOn(day)?.To, projects.Count()));
        }

        return standIns.ToImmutable();
    }
}
