using System.Collections.Immutable;
using FollowUp.Domain.Outbox;

namespace FollowUp.Application.Ports;

/// <summary>A mail that is ready to be sent.</summary>
/// <param name="MessageId">The id of the outbox message or department mail: the same for every retry (Message-ID, operation id).</param>
/// <param name="ProjectId">The project; null for a mail that belongs to none.</param>
/// <param name="To">The recipient's address.</param>
/// <param name="ToName">The recipient's name; null when it is not known.</param>
/// <param name="FromName">The sender's name; the address is a setting of the sender.</param>
/// <param name="ReplyTo">The address for replies.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body as plain text.</param>
/// <param name="Html">The body as HTML.</param>
/// <param name="Headers">Headers beyond those that the sender writes itself.</param>
/// <param name="Links">The addresses that the body links to, without the legal pages at its foot.</param>
/// <param name="Calendar">An iCalendar attachment; null without one.</param>
public sealed record OutgoingMail(
    string MessageId,
    string? ProjectId,
    string To,
    string? ToName,
    string FromName,
    string ReplyTo,
    string Subject,
    string Text,
    string Html,
    ImmutableDictionary<string, string> Headers,
    ImmutableArray<string> Links,
    string? Calendar = null)
{
    /// <summary>
    /// An unguessable text for the Message-ID, by which a returned copy is known to be of this mail; null for a mail whose bounces concern no project.
    /// </summary>
    public string? Proof { get; init; }

    /// <summary>It brings a link to sign in: somebody waits for it, and it has a budget of its own.</summary>
    public bool IsSignIn { get; init; }

    /// <summary>The kind of the outbox message; null for a mail that is no outbox message, such as a sign-in link.</summary>
    public MessageKind? Kind { get; init; }
}
