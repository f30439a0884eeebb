using FollowUp.Web.FirstStart;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FollowUp.Functions.Hosting;

/// <summary>Writes the set-up address to the log of an app that has no manager, unless its deployment has printed one.</summary>
static partial class FirstStart
{
    public static async Task LogSetupAddress(IHost host)
    {
        using var scope = host.Services.CreateScope();
        var setup = scope.ServiceProvider.GetRequiredService<SetupAddress>();
        if (!setup.IsPrintedByDeployment && await setup.Create() is { } address)
        {
            LogNoManager(scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FirstStart).FullName!), address);
        }
    }

    [LoggerMessage(LogLevel.Warning, "This installation has no manager yet. Set it up within seven days at this address, which works once: {Address}")]
    static partial void LogNoManager(ILogger log, Uri address);
}
