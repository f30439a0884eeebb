using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Cadences;

namespace FollowUp.Application.Ports;

/// <summary>Staff, providers and cadences. There are few of them; they are read often and change seldom.</summary>
/// <remarks>
/// Thread-safe. Writes replace the row with the same id and may be repeated; a cancelled or failed write may have taken place. Cancellation
/// throws <see cref="OperationCanceledException"/>; failures of the storage pass through. Another process sees a change within seconds, as
/// stores may cache.
/// </remarks>
public interface IDirectory
{
    /// <summary>All staff members, without those who left.</summary>
    ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation = default);

    /// <summary>Those who left, for their names and for what is still theirs.</summary>
    ValueTask<ImmutableArray<Staff>> FormerStaff(CancellationToken cancellation = default);

    /// <summary>A staff member by their id; null when there is none, or when they left.</summary>
    ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation = default);

    /// <summary>The same as it is stored now, whatever a cache holds: for sessions, which end at once when a staff member leaves.</summary>
    ValueTask<Staff?> ReadStaff(string id, CancellationToken cancellation = default);

    /// <summary>Adds or replaces a staff member, also when another request has changed them in the meantime.</summary>
    ValueTask PutStaff(Staff staff, CancellationToken cancellation = default);

    /// <summary>Changes one staff member in one commit. After a conflict the change is decided again.</summary>
    /// <param name="change">
    /// From all staff members, those who left included, to the member to write; null writes nothing. It is pure and may be called several times;
    /// the last call counts.
    /// </param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The member that was written; null when none was.</returns>
    ValueTask<Staff?> ChangeStaff(Func<ImmutableArray<Staff>, Staff?> change, CancellationToken cancellation = default);

    /// <summary>
    /// Erases the data of a staff member who left (<see cref="Staff.Erase"/>), so that no copy stays in the store. Does nothing for a staff member who did not leave. May be
    /// repeated.
    /// </summary>
    ValueTask EraseStaff(string id, CancellationToken cancellation = default);

    /// <summary>Erases a provider, so that no copy stays in the store. Does nothing when there is none.</summary>
    ValueTask EraseProvider(string id, CancellationToken cancellation = default);

    /// <summary>All providers.</summary>
    ValueTask<ImmutableArray<ProviderProfile>> AllProviders(CancellationToken cancellation = default);

    /// <summary>A provider by its id; null when there is none.</summary>
    ValueTask<ProviderProfile?> FindProvider(string id, CancellationToken cancellation = default);

    /// <summary>Adds or replaces a provider.</summary>
    ValueTask PutProvider(ProviderProfile provider, CancellationToken cancellation = default);

    /// <summary>All versions of the cadence, oldest first; only the default one when none was saved.</summary>
    ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation = default);

    /// <summary>Adds or replaces a version of the cadence.</summary>
    ValueTask PutCadence(Cadence cadence, CancellationToken cancellation = default);

    /// <summary>All versions of the cadence with their history as they are stored now, oldest first.</summary>
    ValueTask<ImmutableArray<CadenceRevision>> CadenceRevisions(CancellationToken cancellation = default);

    /// <summary>Adds a version of the cadence. A repeat of the same revision is no second one.</summary>
    /// <returns>False when another revision has its number; then nothing is written.</returns>
    ValueTask<bool> TryAddCadence(CadenceRevision revision, CancellationToken cancellation = default);
}
