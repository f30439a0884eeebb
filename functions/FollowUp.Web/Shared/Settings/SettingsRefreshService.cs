using Microsoft.Extensions.Hosting;

namespace FollowUp.Web.Shared.Settings;

/// <summary>Checks every few seconds, in the machine's time, whether another process changed the settings.</summary>
sealed class SettingsRefreshService(CurrentSettings settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(CurrentSettings.CheckInterval, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await settings.RefreshOrLog(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
