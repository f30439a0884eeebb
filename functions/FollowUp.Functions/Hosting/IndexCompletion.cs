using FollowUp.Storage.Tables;
using Microsoft.Extensions.Hosting;

namespace FollowUp.Functions.Hosting;

/// <summary>Lets the index follow the last commits before the worker ends. What a kill leaves out is repaired by the next read of due projects.</summary>
sealed class IndexCompletion(TablesStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => store.CompleteIndex().WaitAsync(cancellationToken);
}
