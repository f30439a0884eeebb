using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The newest of each kind of report that carries its own time. They identify a repeat.</summary>
/// <param name="Call">The newest recorded call.</param>
/// <param name="Signal">The newest signal of the website.</param>
/// <param name="ReplyAt">When the client's newest reply was written.</param>
/// <param name="Consent">The newest consent to be called that was recorded here, or its withdrawal.</param>
public sealed record LatestReports(LastCall? Call, LastSignal? Signal, Instant? ReplyAt, LastConsent? Consent = null)
{
    /// <summary>No report yet.</summary>
    public static LatestReports None { get; } = new(null, null, null);
}
