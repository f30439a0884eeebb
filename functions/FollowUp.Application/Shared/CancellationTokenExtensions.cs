namespace FollowUp.Application.Shared;

/// <summary>
/// Tells cancellation by the caller from a timeout: a client library that times out throws <see cref="OperationCanceledException"/> too, and
/// that is a failure to record.
/// </summary>
public static class CancellationTokenExtensions
{
    /// <summary>Whether an exception was thrown because this token was cancelled.</summary>
    public static bool Caused(this CancellationToken cancellation, Exception thrown) =>
        thrown is OperationCanceledException && cancellation.IsCancellationRequested;
}
