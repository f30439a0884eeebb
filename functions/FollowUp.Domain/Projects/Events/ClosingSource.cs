namespace FollowUp.Domain.Projects.Events;

/// <summary>Who decided that a project is closed. The names are stored.</summary>
public enum ClosingSource
{
    /// <summary>Staff.</summary>
    Staff,

    /// <summary>The client.</summary>
    Client,

    /// <summary>The website.</summary>
    Website,

    /// <summary>Time: nothing came from the client.</summary>
    Silence,
}
