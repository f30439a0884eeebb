using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Settings;

/// <summary>A key as it is stored: no plain text.</summary>
/// <param name="Hash">SHA-256 of the key, in lower-case hex.</param>
/// <param name="CreatedAt">When it was made or set.</param>
/// <param name="Secret">The key, encrypted, so that it can be printed again; null for a key that the environment sets.</param>
/// <param name="Previous">Keys from before rotations that are still valid; default when there are none.</param>
public sealed record AccessKeyRow(string Hash, Instant CreatedAt, EncryptedText? Secret = null, ImmutableArray<PreviousKey> Previous = default)
{
    /// <summary>The keys from before rotations that are valid at an instant.</summary>
    public IEnumerable<PreviousKey> ValidPrevious(Instant now) => Previous.IsDefault ? [] : Previous.Where(key => now < key.Until);
}

/// <summary>A key from before a rotation.</summary>
/// <param name="Hash">SHA-256 of the key, in lower-case hex.</param>
/// <param name="Until">From when on it is refused.</param>
public sealed record PreviousKey(string Hash, Instant Until);
