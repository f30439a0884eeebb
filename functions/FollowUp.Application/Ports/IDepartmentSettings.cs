using FollowUp.Application.Settings;

namespace FollowUp.Application.Ports;

/// <summary>The settings of the department: one record with a version.</summary>
/// <remarks>
/// Thread-safe; several processes may use one store, and no implementation caches. A cancelled or failed write may have taken place. Cancellation
/// throws <see cref="OperationCanceledException"/>; failures of the storage pass through.
/// </remarks>
public interface IDepartmentSettings
{
    /// <summary>The version alone, which is cheaper to read than the settings.</summary>
    ValueTask<long> ReadVersion(CancellationToken cancellation = default);

    /// <summary>The settings; <see cref="StoredSettings.Initial"/> when none are stored.</summary>
    ValueTask<StoredSettings> Read(CancellationToken cancellation = default);

    /// <summary>Replaces the settings if they have an expected version. Of several concurrent callers with the same expectation, one succeeds.</summary>
    /// <param name="settings">The new settings, which get the version <paramref name="expectedVersion"/> + 1.</param>
    /// <param name="expectedVersion">The version that was read.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>False when the stored version is another; nothing was written.</returns>
    ValueTask<bool> TryWrite(DepartmentSettings settings, long expectedVersion, CancellationToken cancellation = default);
}
