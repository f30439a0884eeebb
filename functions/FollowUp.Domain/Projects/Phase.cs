namespace FollowUp.Domain.Projects;

/// <summary>Where a project stands on its path (product page, "The path of a project"). The names are stored and part of the API.</summary>
public enum Phase
{
    /// <summary>From the submission to the verdict of phone validation.</summary>
    AwaitingValidation,

    /// <summary>The project is serious; the client is relaunched.</summary>
    InFollowUp,

    /// <summary>The client stayed silent after relaunches and warning.</summary>
    Dormant,

    /// <summary>The client chose a provider of the platform.</summary>
    Won,

    /// <summary>The project ended without one; <see cref="DeathReason"/> says why.</summary>
    Dead,
}
