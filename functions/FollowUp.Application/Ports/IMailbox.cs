using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>Mails that were sent without leaving the machine; each message once, however often it is sent.</summary>
public interface IMailbox
{
    ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation = default);

    /// <summary>Newest first, of one address or one project where given.</summary>
    ValueTask<ImmutableArray<MailboxEntry>> List(string? to, string? projectId, int limit, CancellationToken cancellation = default);

    ValueTask<MailboxEntry?> Find(string id, CancellationToken cancellation = default);

    /// <summary>Removes one mail, by its message's id.</summary>
    ValueTask Remove(string id, CancellationToken cancellation = default);

    /// <summary>Removes older mails that no project owed; a project's mails go with the person.</summary>
    /// <returns>How many; no more than the limit, of which there may be more.</returns>
    ValueTask<int> DeleteBefore(Instant before, int limit, CancellationToken cancellation = default);
}

public sealed record MailboxEntry(OutgoingMail Mail, Instant At, string From);
