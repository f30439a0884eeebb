using System.Net;
using System.Net.Sockets;
using FollowUp.Functions.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Testing;

namespace FollowUp.Functions.Tests;

/// <summary>The in-process durable host with the real orchestration.</summary>
static class DurableTestHost
{
    public static Task<DurableTaskTestHost> Start(
        int roundsPerHistory, Func<string, Task<OrchestrationState?>> advance, Func<DueMessage, Task<bool>> deliver)
    {
        // A delegate and no lambda in place: the durable analyzers would follow it into the app, whose source they do not see from here, and
        // break off. The app's own build has them.
        Func<TaskOrchestrationContext, OrchestrationInput, Task<string?>> follow =
            (context, project) => ProjectFollowUp.Follow(context, project, roundsPerHistory);
        return Start(tasks =>
        {
            tasks.AddOrchestratorFunc(nameof(ProjectFollowUp), follow);
            tasks.AddActivityFunc<string, OrchestrationState?>(nameof(Activities.Advance), (_, id) => advance(id));
            tasks.AddActivityFunc<DueMessage, bool>(nameof(Activities.Deliver), (_, message) => deliver(message));
        });
    }

    public static Task<DurableTaskTestHost> Start(Action<DurableTaskRegistry> add) =>
        DurableTaskTestHost.StartAsync(add, new DurableTaskTestHostOptions { Port = FreePort() });

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
