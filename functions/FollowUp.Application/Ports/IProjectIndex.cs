using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>The read models over all projects: made from events, kept up to date by each commit, rebuilt by a command.</summary>
public interface IProjectIndex
{
    /// <summary>Projects whose wake time has come or that have a message to send, the longest overdue first.</summary>
    ValueTask<ImmutableArray<string>> GetDue(Instant now, int limit, CancellationToken cancellation = default);

    /// <summary>The earliest wake time or message time of all; null when nothing waits.</summary>
    ValueTask<Instant?> GetNextDue(CancellationToken cancellation = default);

    /// <summary>Open projects in the charge of a person, by the time their next action is due; null for all persons.</summary>
    ValueTask<ImmutableArray<ProjectListItem>> GetQueue(string? staffId, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// Projects that await a person without standing in their queue, by id (<see cref="Project.StaffOutsideQueue"/>); null for all persons.
    /// </summary>
    ValueTask<ImmutableArray<ProjectListItem>> GetAwaiting(string? staffId, int limit, CancellationToken cancellation = default);

    /// <summary>Closed projects that were in the charge of a person and ended at this instant or later, oldest first.</summary>
    ValueTask<ImmutableArray<ProjectListItem>> GetClosedSince(string staffId, Instant since, int limit, CancellationToken cancellation = default);

    /// <summary>Projects whose id, title, client, company, mail or phone contains every word of the query, accents and case aside.</summary>
    ValueTask<ImmutableArray<ProjectListItem>> Search(ProjectSearch query, CancellationToken cancellation = default);

    /// <summary>Open projects and last assignment of each coordinator.</summary>
    ValueTask<ImmutableDictionary<string, Workload>> GetWorkloads(CancellationToken cancellation = default);

    ValueTask<ImmutableArray<string>> GetProjectsOfClient(string clientId, CancellationToken cancellation = default);

    ValueTask<ImmutableArray<string>> GetProjectsOfProvider(string providerId, CancellationToken cancellation = default);

    /// <summary>How many projects are in each phase.</summary>
    ValueTask<ImmutableDictionary<Phase, int>> CountByPhase(CancellationToken cancellation = default);
}

public sealed record Workload(int OpenProjects, Instant? LastAssignedAt);

/// <param name="Text">Words to find; empty for all.</param>
/// <param name="After">The project id that the page before ended with.</param>
public sealed record ProjectSearch(string? Text = null, Phase? Phase = null, string? Coordinator = null, int Limit = 50, string? After = null);

/// <summary>One project in a list. Title and client are looked up in the dossier, so that erasure reaches them.</summary>
public sealed record ProjectListItem(Project Project, string? Title, string? ClientName, string? Company, string? Phone);
