using NodaTime;

namespace FollowUp.Application.Integrity;

/// <summary>A key that signs the heads of timelines and the daily anchors.</summary>
/// <param name="Id">Its name, which signatures carry.</param>
/// <param name="Since">From when on it signs.</param>
/// <param name="Secret">At least 32 bytes.</param>
public sealed record AnchorKey(string Id, Instant Since, byte[] Secret);
