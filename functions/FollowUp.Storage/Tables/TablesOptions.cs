namespace FollowUp.Storage.Tables;

/// <summary>Options of a <see cref="TablesStore"/>.</summary>
public sealed record TablesOptions
{
    /// <summary>Prefix of the table names, of letters and digits. Installations that share an account have different prefixes.</summary>
    public string Prefix { get; init; } = "FollowUp";

    /// <summary>The age at which a row of the due index may be repaired; see <see cref="IndexUpdater"/>. Longer than most commits take.</summary>
    public TimeSpan RepairAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The age at which a pending row may be deleted although its commit was never found. Longer than any commit takes, retries to a failing
    /// service included; the Functions host ends its own work after ten minutes.
    /// </summary>
    public TimeSpan MaxCommitTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long staff members and the workloads that other processes counted are cached.</summary>
    public TimeSpan DirectoryCacheTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often the version of staff, cadences, providers, tokens and keys is read. A change by another process, a revocation too, counts within that time.
    /// </summary>
    public TimeSpan VersionCheckTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long they are cached when the version stays the same.</summary>
    public TimeSpan MaxCacheTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Opens tables that a restore has not completed: for the restore itself.</summary>
    public bool IsRestoring { get; init; }

    /// <summary>The clock that measures these times. No decision depends on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
