using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A mail as it left, kept with the personal data of its project and erased with them.</summary>
/// <param name="MessageId">The id of the outbox message.</param>
/// <param name="At">When the sender accepted it.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body as plain text; the tokens of its links are left out, as whoever holds one may answer for the recipient.</param>
public sealed record SentMail(string MessageId, Instant At, string To, string Subject, string Text);
