namespace FollowUp.Application.Ports;

/// <summary>Raises nothing: for a caller that runs the project itself, or a store without runs.</summary>
public sealed class NoProjectSignal : IProjectSignal
{
    /// <inheritdoc/>
    public ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default) => ValueTask.CompletedTask;
}
