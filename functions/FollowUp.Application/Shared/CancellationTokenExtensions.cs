namespace FollowUp.Application.Shared;

/// <summary>
/// Tells the end of the work from a failure: a client library that gives up by itself throws what a shutdown throws, and whoever takes that
/// for one leaves the failure unnoted, and what waits behind it undone.
/// </summary>
public static class CancellationTokenExtensions
{
    /// <summary>Whether this was thrown because the caller itself ends.</summary>
    public static bool Caused(this CancellationToken cancellation, Exception thrown) =>
        thrown is OperationCanceledException && cancellation.IsCancellationRequested;
}
