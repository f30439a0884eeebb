using Microsoft.Extensions.Configuration;

namespace FollowUp.Web.Shared.Settings;

/// <summary>
/// The stored settings of the department as configuration, so that options read them like any other. It supplies only what no other source of the
/// configuration sets, because the environment wins.
/// </summary>
sealed class StoredSettingsProvider : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Replaces all values and tells the options to read them again.</summary>
    public void Replace(IReadOnlyDictionary<string, string?> values)
    {
        Data = new Dictionary<string, string?>(values, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }
}
