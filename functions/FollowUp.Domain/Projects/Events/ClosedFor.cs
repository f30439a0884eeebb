namespace FollowUp.Domain.Projects.Events;

/// <summary>On whose word a project was closed. The names are stored.</summary>
public enum ClosedFor
{
    /// <summary>Staff.</summary>
    Staff,

    /// <summary>The client.</summary>
    Client,

    /// <summary>The website.</summary>
    Website,

    /// <summary>No one: the client stayed silent.</summary>
    Silence,
}
