using FollowUp.Application.Ports;
using FollowUp.Application.Settings;
using FollowUp.Domain.Calendars;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FollowUp.Web.Shared.Settings;

/// <summary>
/// The department's settings as they are now. Every process reads the version of the stored settings every few seconds and the settings when it
/// changed, and gives them to the options through the configuration. Thread-safe.
/// </summary>
public sealed partial class CurrentSettings : IDisposable
{
    /// <summary>How often the version is read.</summary>
    public static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(5);

    readonly IDepartmentSettings store;
    readonly ISecretProtector secrets;
    readonly IConfigurationRoot configuration;
    readonly StoredSettingsProvider provider;
    readonly ILogger<CurrentSettings> log;
    readonly SemaphoreSlim oneAtATime = new(1);
    State state = new(StoredSettings.Initial, WorkingCalendar.France);
    long? checkedAt;

    internal CurrentSettings(
        IDepartmentSettings store, ISecretProtector secrets, IConfigurationRoot configuration, StoredSettingsProvider provider, ILogger<CurrentSettings> log)
    {
        this.store = store;
        this.secrets = secrets;
        this.configuration = configuration;
        this.provider = provider;
        this.log = log;
    }

    /// <summary>The stored settings, without what the configuration sets.</summary>
    public StoredSettings Stored => state.Stored;

    /// <summary>The working calendar with the department's closing days.</summary>
    public WorkingCalendar Calendar => state.Calendar;

    /// <summary>The value that the configuration sets, which no change on the page can replace; null when it sets none.</summary>
    public string? FindConfigured(string key) => configuration.Providers.Where(p => p != provider).Reverse()
        .Select(p => p.TryGet(key, out var value) ? value : null).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>Reads the version, and the settings when it is another than the known one. Failures of the store pass through.</summary>
    public async Task Refresh(CancellationToken cancellation = default)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            if (checkedAt is null || await store.ReadVersion(cancellation) != state.Stored.Version)
            {
                Use(await store.Read(cancellation));
            }

            checkedAt = TimeProvider.System.GetTimestamp();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>As <see cref="Refresh"/>, unless the version was read less than two intervals ago. A failure is logged.</summary>
    /// <remarks>For the start of a request or function: a process that was frozen between two of them has made no check.</remarks>
    public Task RefreshIfStale(CancellationToken cancellation = default) =>
        checkedAt is { } at && TimeProvider.System.GetElapsedTime(at) < 2 * CheckInterval ? Task.CompletedTask : RefreshOrLog(cancellation);

    /// <summary>As <see cref="Refresh"/>; a failure is logged, and the known settings stay.</summary>
    public async Task RefreshOrLog(CancellationToken cancellation = default)
    {
        try
        {
            await Refresh(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogRefreshFailed(failure.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    void Use(StoredSettings stored)
    {
        state = new State(stored, stored.Settings.CreateCalendar());
        try
        {
            provider.Replace(StoredConfiguration.Build(stored.Settings, secrets, FindConfigured));
        }
        catch (Exception invalid) when (invalid is AggregateException or OptionsValidationException)
        {
            // The options that are not valid throw again where they are used, with the name of the setting.
            LogInvalid(string.Join("; ", (invalid as AggregateException)?.InnerExceptions.Select(e => e.Message) ?? [invalid.Message]));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reading the settings failed ({Failure}); the known ones stay in use.")]
    partial void LogRefreshFailed(string failure);

    [LoggerMessage(LogLevel.Error, "The changed settings are not valid: {Reason}")]
    partial void LogInvalid(string reason);

    sealed record State(StoredSettings Stored, WorkingCalendar Calendar);
}
