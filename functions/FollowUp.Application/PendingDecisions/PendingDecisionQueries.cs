using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using NodaTime;

namespace FollowUp.Application.PendingDecisions;

/// <summary>A project with the questions that it puts to somebody.</summary>
public sealed record ProjectWithPendingDecisions(ProjectListItem Item, ImmutableArray<PendingDecisionDetails> Decisions);

/// <summary>Finds the questions that await a member of staff. Only projects on which one stands are looked into.</summary>
public sealed class PendingDecisionQueries(IProjectStore store)
{
    /// <param name="staffId">Null for everybody's.</param>
    /// <param name="rows">The person's queue, and what awaits them outside it.</param>
    /// <param name="atMost">Projects that are looked into; of those behind them it is only told that they ask.</param>
    /// <returns>Those that wait the shortest first.</returns>
    public async Task<ImmutableArray<ProjectWithPendingDecisions>> LoadAwaiting(
        string? staffId, IEnumerable<ProjectListItem> rows, int atMost, CancellationToken cancellation = default)
    {
        var asking = rows.Select(row => (Row: row, Questions: FindDecisions(row.Project, staffId))).Where(row => row.Questions.Length > 0)
            .OrderBy(row => row.Questions.Min(GetUrgency)).ThenBy(row => row.Row.Project.Next?.DueAt ?? Instant.MaxValue).ToArray();
        var found = ImmutableArray.CreateBuilder<ProjectWithPendingDecisions>(asking.Length);
        foreach (var (row, questions) in asking)
        {
            found.Add(new ProjectWithPendingDecisions(row, found.Count < atMost
                ? [.. (await LoadDetails(row.Project, cancellation)).Where(asked => questions.Contains(asked.Decision))]
                : []));
        }

        return found.MoveToImmutable();
    }

    static ImmutableArray<PendingDecision> FindDecisions(Project project, string? staffId) =>
        [.. PendingDecision.GetPending(project).Where(question => staffId is null || question.GetAssignee(project) == staffId)];

    /// <summary>A take-over waits for hours, a notice for days, a closing for weeks.</summary>
    static int GetUrgency(PendingDecision question) => question switch
    {
        PendingTakeOver => 0,
        PendingGoodChancesNotice => 1,
        _ => 2,
    };

    async Task<ImmutableArray<PendingDecisionDetails>> LoadDetails(Project project, CancellationToken cancellation) => PendingDecisionDetails.FindAll(
        project,
        await store.ReadEvents(project.Id, cancellation).ToListAsync(cancellation),
        await store.LoadMessages(project.Id, pendingOnly: false, cancellation));
}
