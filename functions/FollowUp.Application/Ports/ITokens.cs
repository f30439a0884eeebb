using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>The tokens of the staff API, stored by their SHA-256 as lower-case hex.</summary>
/// <remarks>
/// Thread-safe. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through; a failed write may have taken
/// place.
/// </remarks>
public interface ITokens
{
    /// <summary>Adds a token; a repeat replaces it.</summary>
    ValueTask Add(string hash, string staffId, Instant createdAt, CancellationToken cancellation = default);

    /// <summary>The staff id that a token belongs to; null for an unknown token.</summary>
    ValueTask<string?> FindStaff(string hash, CancellationToken cancellation = default);

    /// <summary>Removes all tokens of a staff member.</summary>
    /// <returns>How many there were.</returns>
    ValueTask<int> RemoveAll(string staffId, CancellationToken cancellation = default);
}
