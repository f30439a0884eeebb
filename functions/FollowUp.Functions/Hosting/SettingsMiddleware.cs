using FollowUp.Web.Shared.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FollowUp.Functions.Hosting;

/// <summary>Reads the version of the settings before a function, unless this worker did so within seconds: Azure freezes a worker that has nothing to do.</summary>
sealed class SettingsMiddleware(CurrentSettings settings) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // The code of an orchestrator may not wait for anything but its own tasks.
        if (!context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "orchestrationTrigger"))
        {
            await settings.RefreshIfStale(context.CancellationToken);
        }

        await next(context);
    }
}
