using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Domain.Cadences;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Staff, providers and cadences: few, read often, changed seldom.</summary>
public interface IDirectory
{
    ValueTask<ImmutableArray<Staff>> AllStaff(CancellationToken cancellation = default);

    ValueTask<Staff?> FindStaff(string id, CancellationToken cancellation = default);

    ValueTask PutStaff(Staff staff, CancellationToken cancellation = default);

    ValueTask<ImmutableArray<ProviderProfile>> AllProviders(CancellationToken cancellation = default);

    ValueTask<ProviderProfile?> FindProvider(string id, CancellationToken cancellation = default);

    ValueTask PutProvider(ProviderProfile provider, CancellationToken cancellation = default);

    /// <summary>Every version, oldest first; the default one when none was ever saved.</summary>
    ValueTask<ImmutableArray<Cadence>> Cadences(CancellationToken cancellation = default);

    ValueTask PutCadence(Cadence cadence, CancellationToken cancellation = default);
}

/// <summary>Secrets and small facts of one installation.</summary>
public interface ISettings
{
    ValueTask<string?> Get(string key, CancellationToken cancellation = default);

    ValueTask Set(string key, string value, CancellationToken cancellation = default);

    /// <summary>Sets a value unless there is one, and returns the one that stands.</summary>
    ValueTask<string> GetOrSet(string key, string value, CancellationToken cancellation = default);

    /// <summary>Sets a value only where this one stands; of several who try at once, one does.</summary>
    /// <returns>False when another value stands, or none.</returns>
    ValueTask<bool> TryReplace(string key, string standing, string value, CancellationToken cancellation = default);

    /// <summary>All settings whose key begins with this prefix, which ends in a colon, by their keys.</summary>
    ValueTask<ImmutableArray<KeyValuePair<string, string>>> List(string prefix, CancellationToken cancellation = default);

    ValueTask Remove(string key, CancellationToken cancellation = default);
}

/// <summary>Staff tokens for the staff API: only their SHA-256 is kept.</summary>
public interface ITokens
{
    ValueTask Add(string hash, string staffId, Instant createdAt, CancellationToken cancellation = default);

    ValueTask<string?> FindStaff(string hash, CancellationToken cancellation = default);
}

/// <summary>The key ring of ASP.NET Core Data Protection: XML elements by name.</summary>
public interface IKeyRing
{
    IReadOnlyCollection<string> All();

    void Add(string name, string xml);
}
