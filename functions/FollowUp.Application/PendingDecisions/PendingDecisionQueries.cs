using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Projects;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.PendingDecisions;
using NodaTime;

namespace FollowUp.Application.PendingDecisions;

/// <summary>Finds the decisions that wait for a staff member. Thread-safe; it changes nothing.</summary>
public sealed class PendingDecisionQueries(IProjectStore store)
{
    /// <summary>The projects with a pending decision, the most urgent first.</summary>
    /// <param name="staffId">Only decisions of this staff member; null for all.</param>
    /// <param name="rows">The queue of the staff member and the projects that wait for them outside it.</param>
    /// <param name="atMost">For how many projects the details are loaded; all others have no details.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<ImmutableArray<ProjectWithPendingDecisions>> LoadAwaiting(
        string? staffId, IEnumerable<ProjectListItem> rows, int atMost, CancellationToken cancellation = default)
    {
        var pending = rows.Select(row => (Row: row, Decisions: FindDecisions(row.Project, staffId))).Where(row => row.Decisions.Length > 0)
            .OrderBy(row => row.Decisions.Min(GetUrgency)).ThenBy(row => row.Row.Project.Next?.DueAt ?? Instant.MaxValue).ToArray();
        var found = ImmutableArray.CreateBuilder<ProjectWithPendingDecisions>(pending.Length);
        foreach (var (row, decisions) in pending)
        {
            found.Add(new ProjectWithPendingDecisions(row, found.Count < atMost
                ? [.. (await LoadDetails(row.Project, cancellation)).Where(details => decisions.Contains(details.Decision))]
                : []));
        }

        return found.MoveToImmutable();
    }

    static ImmutableArray<PendingDecision> FindDecisions(Project project, string? staffId) =>
        [.. PendingDecision.GetPending(project).Where(decision => staffId is null || decision.GetAssignee(project) == staffId)];

    /// <summary>A take-over waits for hours, a notice a reopening or the word whether to go on for days, a closing for weeks.</summary>
    static int GetUrgency(PendingDecision decision) => decision switch
    {
        PendingTakeOver => 0,
        PendingGoodChancesNotice or PendingContinuation or PendingReopening => 1,
        _ => 2,
    };

    async Task<ImmutableArray<PendingDecisionDetails>> LoadDetails(Project project, CancellationToken cancellation) => PendingDecisionDetails.FindAll(
        project,
        await store.ReadEvents(project.Id, cancellation).ToListAsync(cancellation),
        await store.LoadMessages(project.Id, pendingOnly: false, cancellation));
}
