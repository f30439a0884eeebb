using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Finds projects. It is derived from the timelines, updated by every commit, and may be rebuilt.</summary>
/// <remarks>
/// Thread-safe. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through. The table store updates the
/// index after the commit, so that it may be a moment behind a project; what a crash left undone is repaired by <see cref="GetDue"/>.
/// </remarks>
public interface IProjectIndex
{
    /// <summary>The ids of projects whose wake time has come or that have a message to send, the longest overdue first.</summary>
    ValueTask<ImmutableArray<string>> GetDue(Instant now, int limit, CancellationToken cancellation = default);

    /// <summary>The earliest wake time or message time of all projects; null when nothing waits.</summary>
    ValueTask<Instant?> GetNextDue(CancellationToken cancellation = default);

    /// <summary>Open projects that a staff member is in charge of, ordered by the time their next action is due.</summary>
    /// <param name="staffId">The staff member; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<ProjectListItem>> GetQueue(string? staffId, int limit, CancellationToken cancellation = default);

    /// <summary>The number of open projects whose next action is overdue, at most a few thousand.</summary>
    async ValueTask<int> CountOverdue(Instant now, CancellationToken cancellation = default)
    {
        const int MaxCounted = 5000;
        return (await GetQueue(null, MaxCounted, cancellation)).Count(item => item.Project.Next?.DueAt < now);
    }

    /// <summary>
    /// In how many parts the open projects can be read. Which part a project is in has nothing to do with its state, so that each part is a fair sample.
    /// </summary>
    int OpenParts { get; }

    /// <summary>Whether all open projects can be read while somebody waits: a hundred thousand within a few seconds.</summary>
    bool ReadsOpenFast { get; }

    /// <summary>
    /// The open projects of one part, in no particular order. The parts together are all open projects; each project is in one of them. Their undo points may
    /// be missing: no forecast needs them.
    /// </summary>
    /// <param name="part">From 0, below <see cref="OpenParts"/>.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<Project>> ReadOpenPart(int part, CancellationToken cancellation = default);

    /// <summary>The agreed calls of open projects that a staff member is in charge of, in no particular order.</summary>
    /// <param name="staffId">The staff member; null for projects without a coordinator in charge.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<AgreedCall>> GetAgreedCalls(string? staffId, CancellationToken cancellation = default);

    /// <summary>Open projects without a coordinator in charge, ordered by the time their next action is due.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<ProjectListItem>> GetUnassigned(int limit, CancellationToken cancellation = default);

    /// <summary>Projects that wait for a staff member who is not in charge of them (<see cref="Project.StaffOutsideQueue"/>), ordered by id.</summary>
    /// <param name="staffId">The staff member; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<ProjectListItem>> GetAwaiting(string? staffId, int limit, CancellationToken cancellation = default);

    /// <summary>Projects of a staff member that were closed at an instant or later, oldest first.</summary>
    ValueTask<ImmutableArray<ProjectListItem>> GetClosedSince(string staffId, Instant since, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// One page of the projects whose id, title, client, company, mail address or phone contains every word of the query, ignoring case and
    /// accents, ordered by id. <see cref="ProjectIndexExtensions.SearchAll"/> reads all pages.
    /// </summary>
    ValueTask<ImmutableArray<ProjectListItem>> Search(ProjectSearch query, CancellationToken cancellation = default);

    /// <summary>The number of open projects and the last assignment of each coordinator.</summary>
    ValueTask<ImmutableDictionary<string, Workload>> GetWorkloads(CancellationToken cancellation = default);

    /// <summary>The ids of a client's projects.</summary>
    ValueTask<ImmutableArray<string>> GetProjectsOfClient(string clientId, CancellationToken cancellation = default);

    /// <summary>The ids of the projects in which a provider is named.</summary>
    ValueTask<ImmutableArray<string>> GetProjectsOfProvider(string providerId, CancellationToken cancellation = default);
}
