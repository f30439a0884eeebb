namespace FollowUp.Domain.Outbox;

/// <summary>A request to staff is sent once, repeated once, and then sent to the manager. The names are part of message ids: never rename one.</summary>
public enum EscalationLevel
{
    /// <summary>Sent for the first time.</summary>
    Asked,

    /// <summary>Repeated.</summary>
    Reminded,

    /// <summary>Sent to the manager.</summary>
    Escalated,
}
