namespace FollowUp.Domain.Projects.Events;

/// <summary>What closed a channel. The names are stored.</summary>
public enum ChannelClosedBy
{
    /// <summary>The client wants no more mails.</summary>
    OptOut,

    /// <summary>The client wants no more calls.</summary>
    DoNotCall,

    /// <summary>The mail service reported a hard bounce.</summary>
    Bounce,

    /// <summary>The mail service reported a spam complaint.</summary>
    Complaint,
}
