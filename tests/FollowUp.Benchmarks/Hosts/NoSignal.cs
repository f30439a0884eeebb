using FollowUp.Application.Ports;

namespace FollowUp.Benchmarks.Hosts;

/// <summary>Wakes nobody: the benchmark runs what is due itself.</summary>
sealed class NoSignal : IProjectSignal
{
    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation) => ValueTask.CompletedTask;
}
