using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>
/// Texts by key: the secrets of an installation and the rows of small typed stores, each of which owns a key prefix. Keys are case-sensitive
/// and hold no personal data.
/// </summary>
/// <remarks>
/// <para>Thread-safe; several processes may use one store.</para>
/// <para>
/// A setting with an expiry is read as long as it is there; <see cref="DeleteExpired"/> removes it once the expiry has passed. A write replaces
/// value and expiry together.
/// </para>
/// <para>
/// A cancelled or failed write may have taken place. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass
/// through.
/// </para>
/// </remarks>
public interface IKeyValueStore
{
    /// <summary>The value under a key; null when there is none.</summary>
    ValueTask<string?> Get(string key, CancellationToken cancellation = default);

    /// <summary>Adds or replaces a setting.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value; empty is a value.</param>
    /// <param name="expires">From when on retention removes it; null: never.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    ValueTask Set(string key, string value, Instant? expires, CancellationToken cancellation = default);

    /// <summary>Adds or replaces a setting that does not expire.</summary>
    ValueTask Set(string key, string value, CancellationToken cancellation = default) => Set(key, value, expires: null, cancellation);

    /// <summary>Adds a setting unless its key has a value. Concurrent callers all get the same value.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value to add.</param>
    /// <param name="expires">From when on retention removes the added setting; null: never.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>The stored value.</returns>
    ValueTask<string> GetOrSet(string key, string value, Instant? expires, CancellationToken cancellation = default);

    /// <summary>Adds a setting that does not expire, unless its key has a value. Concurrent callers all get the same value.</summary>
    /// <returns>The stored value.</returns>
    ValueTask<string> GetOrSet(string key, string value, CancellationToken cancellation = default) => GetOrSet(key, value, expires: null, cancellation);

    /// <summary>Replaces a setting if it has an expected value. Of several concurrent callers with the same expectation, one succeeds.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">The value that it must have.</param>
    /// <param name="value">The new value.</param>
    /// <param name="expires">From when on retention removes it; null: never.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    /// <returns>False when it has another value or none; nothing was written.</returns>
    ValueTask<bool> TryReplace(string key, string expected, string value, Instant? expires, CancellationToken cancellation = default);

    /// <summary>Replaces a setting, if it has an expected value, by one that does not expire.</summary>
    /// <returns>False when it has another value or none; nothing was written.</returns>
    ValueTask<bool> TryReplace(string key, string expected, string value, CancellationToken cancellation = default) =>
        TryReplace(key, expected, value, expires: null, cancellation);

    /// <summary>All settings whose key begins with a prefix that ends in a colon, ordered by key.</summary>
    ValueTask<ImmutableArray<KeyValuePair<string, string>>> List(string prefix, CancellationToken cancellation = default);

    /// <summary>Removes a setting; does nothing when there is none.</summary>
    ValueTask Remove(string key, CancellationToken cancellation = default);

    /// <summary>Removes settings whose expiry is <paramref name="now"/> or earlier.</summary>
    /// <returns>How many were removed; when it equals <paramref name="limit"/>, there may be more.</returns>
    ValueTask<int> DeleteExpired(Instant now, int limit, CancellationToken cancellation = default);

    /// <summary>Gives an expiry to the settings under a prefix that have none: versions before schema 4 wrote none.</summary>
    /// <param name="prefix">What the keys begin with; it ends in a colon or a full stop.</param>
    /// <param name="expires">Their expiry from now on.</param>
    /// <param name="cancellation">Cancels before a write.</param>
    ValueTask AddMissingExpiry(string prefix, Instant expires, CancellationToken cancellation = default);
}
