using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Tells the run of a project that its wake time or its messages have changed.</summary>
public interface IProjectSignal
{
    /// <summary>
    /// How much later than it falls due something may be noticed without a signal: when a project's run looks again within this time of it, none is raised.
    /// </summary>
    Duration Tolerance => Duration.Zero;

    /// <summary>Raises the signal. A lost signal delays the run until its next wake time or the watchdog; nothing else is lost.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="generation">The project's generation: each has a run of its own.</param>
    /// <param name="cancellation">Cancels the attempt.</param>
    /// <remarks>Thread-safe; may be repeated.</remarks>
    ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default);

    /// <summary>As <see cref="Raise"/>, for a generation that has just begun and has no run yet.</summary>
    ValueTask Start(string projectId, int generation, CancellationToken cancellation = default) => Raise(projectId, generation, cancellation);

    /// <summary>As <see cref="Raise"/>, for a project whose run may be lost: looks whether it runs first.</summary>
    ValueTask Restore(string projectId, int generation, CancellationToken cancellation = default) => Raise(projectId, generation, cancellation);
}
