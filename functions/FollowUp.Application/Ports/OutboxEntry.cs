using FollowUp.Domain.Outbox;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A message of a project and the state of its delivery.</summary>
/// <param name="Message">The message.</param>
/// <param name="State">The state of its delivery.</param>
/// <param name="DueAt">
/// When to try next, at first <see cref="OutboxMessage.NotBefore"/>; for a sent or dropped message: when it was sent or dropped.
/// </param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Note">A code for the last failure or for the reason of the drop; no personal data.</param>
public sealed record OutboxEntry(OutboxMessage Message, MessageState State, Instant DueAt, int Attempts = 0, string? Note = null)
{
    /// <summary>The message was neither sent nor dropped.</summary>
    public bool IsPending => State is MessageState.Pending or MessageState.Sending;
}
