namespace FollowUp.Application;

/// <summary>
/// Tells the end of the work from a failure: a client library that gives up by itself throws what a shutdown throws, and whoever takes that
/// for one leaves the failure unnoted, and what waits behind it undone.
/// </summary>
public static class Endings
{
    /// <summary>Whether this was thrown because the caller itself ends.</summary>
    public static bool Ends(this CancellationToken cancellation, Exception thrown) =>
        thrown is OperationCanceledException && cancellation.IsCancellationRequested;
}
