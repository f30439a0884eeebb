namespace FollowUp.Application.Ports;

/// <summary>How far the delivery of a message is. Stored by name.</summary>
public enum MessageState
{
    /// <summary>Waits to be sent.</summary>
    Pending,

    /// <summary>Was given to the sender, whose answer is not known yet.</summary>
    Sending,

    /// <summary>The sender accepted it.</summary>
    Sent,

    /// <summary>Is not sent any more: it is obsolete or has no address. <see cref="OutboxEntry.Note"/> says why.</summary>
    Dropped,
}
