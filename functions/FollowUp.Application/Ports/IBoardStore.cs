using System.Collections.Immutable;
using FollowUp.Application.Board;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>The read models of the board: facts, added by each commit, and their sums by day. No personal data of clients.</summary>
/// <remarks>
/// Thread-safe. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through. The table store adds the facts of a
/// commit after it, as it does with <see cref="IProjectIndex"/>.
/// </remarks>
public interface IBoardStore
{
    /// <summary>
    /// The sums of the days from one to another, both included, and all sums of <see cref="BoardFactKind.Open"/> and <see cref="BoardFactKind.Waiting"/>.
    /// A cell may come more than once; its parts are to be added. What no figure of a kind tells apart may be added up already: the cell then has nothing there,
    /// and any of the days.
    /// </summary>
    ValueTask<ImmutableArray<BoardSum>> GetSums(LocalDate from, LocalDate to, CancellationToken cancellation = default);

    /// <summary>The sums of a period and of the one before it; see <see cref="GetSums"/>.</summary>
    ValueTask<ImmutableArray<BoardSum>> GetSumsWithBefore(BoardPeriod period, CancellationToken cancellation = default) =>
        GetSums(period.Before.From, period.To, cancellation);

    /// <summary>The projects behind a figure, the latest day first.</summary>
    /// <param name="filter">What they count for.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<BoardProject>> FindProjects(BoardFactFilter filter, int skip, int limit, CancellationToken cancellation = default);

    /// <summary>Calls and decisions of open projects that are overdue or due, by the staff member in charge.</summary>
    /// <param name="staff">The staff ids; null stands for projects without one.</param>
    /// <param name="now">What is due before it is overdue.</param>
    /// <param name="until">What is due before it is due.</param>
    /// <param name="cancellation">Cancels the read.</param>
    /// <returns>In the order of <paramref name="staff"/>.</returns>
    ValueTask<ImmutableArray<DueCount>> CountDue(IReadOnlyList<string?> staff, Instant now, Instant until, CancellationToken cancellation = default);

    /// <summary>Removes all facts and sums, before the facts of all projects are added again.</summary>
    ValueTask Clear(CancellationToken cancellation = default);

    /// <summary>Adds the facts of all days up again, after facts of earlier days were added.</summary>
    ValueTask AddUp(CancellationToken cancellation = default);
}
