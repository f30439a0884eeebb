using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A mail that was kept.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="At">When it was sent.</param>
/// <param name="From">The sender's address.</param>
public sealed record MailboxEntry(OutgoingMail Mail, Instant At, string From);
