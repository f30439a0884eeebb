namespace FollowUp.Domain.Projects.Commands;

/// <summary>On whose word staff close a project as won. The names are stored.</summary>
public enum WordOf
{
    /// <summary>The client's.</summary>
    Client,

    /// <summary>The provider's.</summary>
    Provider,
}
