using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Mails that are kept instead of being sent, for an installation without a mail server.</summary>
/// <remarks>
/// Thread-safe. All writes may be repeated. Cancellation throws <see cref="OperationCanceledException"/>; failures of the storage pass through; a
/// failed write may have taken place.
/// </remarks>
public interface IMailbox
{
    /// <summary>
    /// Adds a mail; does nothing when a mail with its message id exists. No mail of a project is kept once its person is erased: the mail that was
    /// being sent meanwhile holds their data.
    /// </summary>
    /// <param name="mail">The mail.</param>
    /// <param name="at">When it was sent.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="cancellation">Cancels before the write.</param>
    ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation = default);

    /// <summary>The newest mails, newest first.</summary>
    /// <param name="to">Only those to this address, whatever its case; null for all.</param>
    /// <param name="projectId">Only those of this project; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Cancels the read.</param>
    ValueTask<ImmutableArray<MailboxEntry>> List(string? to, string? projectId, int limit, CancellationToken cancellation = default);

    /// <summary>A mail by its message id; null when there is none.</summary>
    ValueTask<MailboxEntry?> Find(string id, CancellationToken cancellation = default);

    /// <summary>Removes a mail by its message id; does nothing when there is none.</summary>
    ValueTask Remove(string id, CancellationToken cancellation = default);

    /// <summary>Removes mails without a project that are older than an instant. The mails of a project are removed with its person.</summary>
    /// <returns>How many were removed; when it equals <paramref name="limit"/>, there may be more.</returns>
    ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation = default);
}
