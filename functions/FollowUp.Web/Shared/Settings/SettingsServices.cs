using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.Web.Shared.Settings;

/// <summary>Registers the department's settings.</summary>
public static class SettingsServices
{
    /// <summary>
    /// Adds the stored settings to the configuration, below everything that is there. They are empty until <see cref="CurrentSettings.Refresh"/>
    /// is called, which the host does once it is built and before it validates its options.
    /// </summary>
    public static IServiceCollection AddDepartmentSettings(this IServiceCollection services, IConfigurationManager configuration)
    {
        var provider = new StoredSettingsProvider();
        configuration.Sources.Add(provider);
        services.AddSingleton(s => new CurrentSettings(
            s.GetRequiredService<IDepartmentSettings>(), s.GetRequiredService<ISecretProtector>(), (IConfigurationRoot)configuration, provider,
            s.GetRequiredService<ILogger<CurrentSettings>>()));
        services.AddSingleton(s =>
        {
            var settings = s.GetRequiredService<CurrentSettings>();
            return new DepartmentCalendar(() => settings.Calendar);
        });
        services.AddSingleton(s =>
        {
            var settings = s.GetRequiredService<CurrentSettings>();
            return new FeedDefaults(() => settings.Stored.Settings.Feed);
        });
        services.AddHostedService<SettingsRefreshService>();
        return services;
    }
}
