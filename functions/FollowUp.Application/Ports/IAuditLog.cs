using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>The log of refused commands and of readings of personal data. It is apart from the timeline and moves no version.</summary>
/// <remarks>
/// Thread-safe. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through; a failed write may have taken
/// place.
/// </remarks>
public interface IAuditLog
{
    /// <summary>Adds an entry. A repeat may add a second one.</summary>
    ValueTask Write(AuditEntry entry, CancellationToken cancellation = default);

    /// <summary>The newest entries, newest first.</summary>
    /// <param name="projectId">Only those of this project; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<AuditEntry>> Read(string? projectId, int limit, CancellationToken cancellation = default);

    /// <summary>The newest entries of one person or provider about one kind of request, newest first.</summary>
    /// <param name="by">Who; see <see cref="AuditEntry.By"/>.</param>
    /// <param name="what">The kind of request; see <see cref="AuditEntry.What"/>.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<AuditEntry>> ReadBy(string by, string what, int limit, CancellationToken cancellation = default);

    /// <summary>The newest entry of each chain.</summary>
    ValueTask<ImmutableArray<AuditHead>> GetHeads(CancellationToken cancellation = default);

    /// <summary>Checks that no entry was changed, added or removed, but for those that expired. Entries of earlier versions have no chain and are only counted.</summary>
    /// <param name="anchored">Heads of earlier, which must still be there.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<AuditReport> Verify(ImmutableArray<AuditHead> anchored, CancellationToken cancellation = default);

    /// <summary>How many entries there are of each kind of request and result, from an instant on and before another.</summary>
    ValueTask<ImmutableArray<AuditCount>> Count(Instant from, Instant until, CancellationToken cancellation = default);

    /// <summary>Removes entries that are older than an instant.</summary>
    /// <returns>How many were removed; when it equals <paramref name="limit"/>, there may be more.</returns>
    ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation = default);
}
