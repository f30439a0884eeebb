using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application;

/// <summary>Mails that were sent without leaving the machine; each message once, however often it is sent.</summary>
public interface IMailbox
{
    ValueTask Put(OutgoingMail mail, Instant at, string from, CancellationToken cancellation = default);

    /// <summary>Newest first, of one address or one project where given.</summary>
    ValueTask<ImmutableArray<KeptMail>> List(string? to, string? projectId, int limit, CancellationToken cancellation = default);

    ValueTask<KeptMail?> Find(string id, CancellationToken cancellation = default);
}

public sealed record KeptMail(OutgoingMail Mail, Instant At, string From);
