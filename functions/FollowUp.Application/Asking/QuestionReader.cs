using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using NodaTime;

namespace FollowUp.Application;

/// <summary>A project with the questions that it puts to somebody.</summary>
public sealed record AskingRow(IndexRow Row, ImmutableArray<AskedQuestion> Asked);

/// <summary>Finds the questions that await a member of staff. Only projects on which one stands are looked into.</summary>
public sealed class QuestionReader(IProjectStore store)
{
    /// <param name="staffId">Null for everybody's.</param>
    /// <param name="rows">The person's queue, and what awaits them outside it.</param>
    /// <param name="atMost">Projects that are looked into; of those behind them it is only told that they ask.</param>
    /// <returns>Those that wait the shortest first.</returns>
    public async Task<ImmutableArray<AskingRow>> Awaiting(
        string? staffId, IEnumerable<IndexRow> rows, int atMost, CancellationToken cancellation = default)
    {
        var asking = rows.Select(row => (Row: row, Questions: Of(row.Project, staffId))).Where(row => row.Questions.Length > 0)
            .OrderBy(row => row.Questions.Min(Patience)).ThenBy(row => row.Row.Project.Next?.DueAt ?? Instant.MaxValue).ToArray();
        var found = ImmutableArray.CreateBuilder<AskingRow>(asking.Length);
        foreach (var (row, questions) in asking)
        {
            found.Add(new AskingRow(row, found.Count < atMost
                ? [.. (await StandingOn(row.Project, cancellation)).Where(asked => questions.Contains(asked.Question))]
                : []));
        }

        return found.MoveToImmutable();
    }

    static ImmutableArray<PendingDecision> Of(Project project, string? staffId) =>
        [.. PendingDecision.GetPending(project).Where(question => staffId is null || question.GetAssignee(project) == staffId)];

    /// <summary>A take-over waits for hours, a notice for days, a closing for weeks.</summary>
    static int Patience(PendingDecision question) => question switch
    {
        PendingTakeOver => 0,
        PendingGoodChancesNotice => 1,
        _ => 2,
    };

    async Task<ImmutableArray<AskedQuestion>> StandingOn(Project project, CancellationToken cancellation) => AskedQuestion.StandingOn(
        project,
        await store.Recorded(project.Id, cancellation).ToListAsync(cancellation),
        await store.Messages(project.Id, pendingOnly: false, cancellation));
}
