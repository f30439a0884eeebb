using System.Collections.Immutable;

namespace FollowUp.Application.Ports;

/// <summary>Complaints of clients and providers about the follow-up.</summary>
/// <remarks>
/// Thread-safe. All writes may be repeated. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through; a
/// failed write may have taken place.
/// </remarks>
public interface IComplaints
{
    /// <summary>Adds a complaint; does nothing when its id exists.</summary>
    ValueTask Add(Complaint complaint, CancellationToken cancellation = default);

    /// <summary>All complaints that were not erased, oldest first.</summary>
    ValueTask<ImmutableArray<Complaint>> All(CancellationToken cancellation = default);

    /// <summary>Erases the complaints of a person or provider.</summary>
    ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation = default);
}
