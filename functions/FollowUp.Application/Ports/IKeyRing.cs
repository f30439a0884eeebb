namespace FollowUp.Application.Ports;

/// <summary>The key ring of ASP.NET Core Data Protection: XML elements by name.</summary>
/// <remarks>
/// Synchronous because Data Protection is, and it calls under a lock: an implementation must not need another thread of the pool. Thread-safe.
/// Failures of the storage pass through.
/// </remarks>
public interface IKeyRing
{
    /// <summary>All elements.</summary>
    IReadOnlyCollection<string> All();

    /// <summary>Adds an element, or replaces the one with the same name. Returns once it is durable.</summary>
    void Add(string name, string xml);
}
