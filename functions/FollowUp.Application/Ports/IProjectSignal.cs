namespace FollowUp.Application.Ports;

/// <summary>Tells the run of a project that its wake time, its messages or its phase have changed.</summary>
public interface IProjectSignal
{
    /// <summary>Raises the signal. A lost signal delays the run until its next wake time or the watchdog; nothing else is lost.</summary>
    /// <param name="projectId">The project's id.</param>
    /// <param name="generation">The project's generation: each has a run of its own.</param>
    /// <param name="cancellation">Cancels the attempt.</param>
    /// <remarks>Thread-safe; may be repeated.</remarks>
    ValueTask Raise(string projectId, int generation, CancellationToken cancellation = default);
}
