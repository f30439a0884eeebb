namespace FollowUp.Application.Settings;

/// <summary>The stored settings and their version.</summary>
/// <param name="Settings">The settings; all defaults at version 0.</param>
/// <param name="Version">0 when nothing was stored; then one more at each change.</param>
public sealed record StoredSettings(DepartmentSettings Settings, long Version)
{
    /// <summary>The settings of an installation that has stored none.</summary>
    public static StoredSettings Initial { get; } = new(new DepartmentSettings(), 0);
}
