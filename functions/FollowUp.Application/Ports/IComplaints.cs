using System.Collections.Immutable;
using NodaTime;

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

    /// <summary>One complaint; null when its id is unknown or it was erased.</summary>
    ValueTask<Complaint?> Find(string id, CancellationToken cancellation = default);

    /// <summary>The complaints of a person or provider that were not erased, oldest first.</summary>
    ValueTask<ImmutableArray<Complaint>> AllFrom(string fromKind, string fromId, CancellationToken cancellation = default);

    /// <summary>The complaints after an instant that were not erased, oldest first.</summary>
    ValueTask<ImmutableArray<Complaint>> AllAfter(Instant instant, CancellationToken cancellation = default);

    /// <summary>Erases the complaints of a person or provider.</summary>
    ValueTask Erase(string fromKind, string fromId, CancellationToken cancellation = default);

    /// <summary>Rewrites the text and the answer of a complaint of somebody else, so that an erased person is no longer in them.</summary>
    /// <param name="id">The complaint; an unknown or erased one is left out.</param>
    /// <param name="mask">From a text to one that is not longer in UTF-8. It may be called more than once.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    ValueTask Mask(string id, Func<string, string> mask, CancellationToken cancellation = default);

    /// <summary>Records what a manager does with a complaint. A repeat of the same is recorded once.</summary>
    /// <returns>False when the complaint is unknown, erased, or has another answer already; then nothing is written.</returns>
    ValueTask<bool> TryHandle(string id, ComplaintHandling handling, CancellationToken cancellation = default);
}
