using System.Collections.Immutable;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using NodaTime;

namespace FollowUp.Application;

/// <summary>
/// Gathers a coordinator's morning from their queue, from what ended since the last one and from what awaits them elsewhere; only projects
/// of which something was heard or asked are looked into.
/// </summary>
public sealed class DigestReader(
    IIndex index, IProjectStore store, QuestionReader questions, IDirectory directory, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>More than anybody follows at once; the ones due first come first.</summary>
    const int Longest = 5000;

    public async Task<MorningDigest> Read(Staff staff, LocalDate day, Instant since, CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var tomorrow = calendar.At(day.PlusDays(1), LocalTime.Midnight);
        var queue = await index.Queue(staff.Id, Longest, cancellation);
        var elsewhere = await index.Awaiting(staff.Id, Longest, cancellation);
        var ended = await index.Ended(staff.Id, since, Longest, cancellation);
        var heard = queue.Concat(ended).Concat(elsewhere.Where(r => !r.Project.IsOpen)).DistinctBy(r => r.Project.Id);
        var calls = queue.Where(r => r.Project.Next is { Kind: ActionKind.Call } next && next.DueAt < tomorrow)
            .OrderBy(r => r.Project.Next!.DueAt).ToImmutableArray();
        return new MorningDigest(
            staff,
            day,
            now,
            [.. calls.Where(r => r.Project.Next!.DueAt < now)],
            [.. calls.Where(r => r.Project.Next!.DueAt >= now)],
            await Answers(heard, since, cancellation),
            await Approvals(questions.Awaiting(staff.Id, queue.Concat(elsewhere), Longest, cancellation)),
            await Questions(queue, cancellation),
            await StandsInFor(staff, queue, day, cancellation),
            queue.Length);
    }

    /// <summary>What ended a project is told too, and what a client wrote once it was closed, unless staff were there since.</summary>
    async Task<ImmutableArray<DigestAnswer>> Answers(IEnumerable<IndexRow> rows, Instant since, CancellationToken cancellation)
    {
        var answers = new List<DigestAnswer>();
        foreach (var row in rows.Where(r => r.Project.LastSignOfLife >= since && !r.Project.Erased))
        {
            var heard = new List<DigestAnswer>();
            await foreach (var recorded in store.Recorded(row.Project.Id, cancellation))
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

        return [.. answers.OrderBy(a => a.What.At)];
    }

    /// <summary>What the client said by itself; what came of a call was heard by whoever called.</summary>
    static bool IsFromClient(RecordedEvent recorded) => recorded.Event switch
    {
        ClientAnswered or ClientSignalled or ClientReplied or InformationGiven or NumberCorrected => true,
        CallAgreed or ChannelClosed => recorded.Role == Role.Client,
        _ => false,
    };

    static async Task<ImmutableArray<DigestApproval>> Approvals(Task<ImmutableArray<AskingRow>> asking) =>
        [.. (await asking).SelectMany(a => a.Asked.Select(asked => new DigestApproval(a.Row, asked)))];

    async Task<ImmutableArray<DigestQuestion>> Questions(ImmutableArray<IndexRow> queue, CancellationToken cancellation)
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

    async Task<ImmutableArray<StandingIn>> StandsInFor(
        Staff staff, ImmutableArray<IndexRow> queue, LocalDate day, CancellationToken cancellation)
    {
        var standing = ImmutableArray.CreateBuilder<StandingIn>();
        var owners = queue.Where(r => r.Project.StandIn == staff.Id && r.Project.Coordinator is not null)
            .GroupBy(r => r.Project.Coordinator!).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var projects in owners)
        {
            var colleague = await directory.FindStaff(projects.Key, cancellation);
            standing.Add(new StandingIn(colleague?.Name ?? projects.Key, colleague?.AbsenceOn(day)?.To, projects.Count()));
        }

        return standing.ToImmutable();
    }
}
