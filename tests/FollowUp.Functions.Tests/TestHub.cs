using System.Net;
using System.Net.Sockets;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Testing;

namespace FollowUp.Functions.Tests;

/// <summary>The in-process durable host with the real orchestration.</summary>
static class TestHub
{
    public static Task<DurableTaskTestHost> Start(
        int roundsPerHistory, Func<string, Task<Standing?>> advance, Func<OwedNow, Task<bool>> deliver) => DurableTaskTestHost.StartAsync(
        tasks =>
        {
            tasks.AddOrchestratorFunc<FollowedProject, string?>(
                nameof(ProjectFollowUp), (context, project) => ProjectFollowUp.Follow(context, project, roundsPerHistory));
            tasks.AddActivityFunc<string, Standing?>(nameof(Activities.Advance), (_, id) => advance(id));
            tasks.AddActivityFunc<OwedNow, bool>(nameof(Activities.Deliver), (_, owed) => deliver(owed));
        },
        new DurableTaskTestHostOptions { Port = FreePort() });

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
