using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.SecondFactors;

/// <summary>The public half of a passkey (WebAuthn, level 3). It opens nothing by itself.</summary>
/// <param name="Id">The credential id, base64url.</param>
/// <param name="PublicKey">The public key as COSE, base64url.</param>
/// <param name="Name">What the staff member calls it.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="SignCount">The authenticator's counter at the last use; it stays 0 where the authenticator has none.</param>
/// <param name="Transports">How a browser reaches the authenticator: <c>internal</c>, <c>usb</c> and others.</param>
/// <param name="IsUserVerified">Whether the authenticator verified the staff member when it was made.</param>
/// <param name="IsBackupEligible">Whether it may be copied to other devices.</param>
/// <param name="IsBackedUp">Whether it was so at the last use.</param>
public sealed record Passkey(
    string Id, string PublicKey, string Name, Instant CreatedAt, uint SignCount, ImmutableArray<string> Transports, bool IsUserVerified, bool IsBackupEligible,
    bool IsBackedUp)
{
    /// <summary>When it last opened a session; null before.</summary>
    public Instant? LastUsedAt { get; init; }
}
