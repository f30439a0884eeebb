namespace FollowUp.Storage.Tables;

/// <summary>How a store uses its storage account.</summary>
public sealed record TablesOptions
{
    /// <summary>What the names of the tables begin with: letters and digits. Installations that share an account differ in it.</summary>
    public string Prefix { get; init; } = "FollowUp";

    /// <summary>How long a read model's update may be owed before somebody else than its own commit makes it. Longer than most commits take.</summary>
    public TimeSpan RepairAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long it stays written down that an update is owed though the index is up to date: its commit may still come about. Longer than any
    /// commit takes, every repeat of its calls to a service in trouble included; the Functions host gives its own work up after ten minutes.
    /// </summary>
    public TimeSpan MaxCommitTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long staff and cadences, which every decision reads, are remembered; what another process changed shows after that.</summary>
    public TimeSpan DirectoryCacheTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock that the two are measured by. No decision depends on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
