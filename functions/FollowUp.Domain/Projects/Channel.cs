namespace FollowUp.Domain.Projects;

/// <summary>A way to reach a client.</summary>
public enum Channel
{
    /// <summary>By mail.</summary>
    Mail,

    /// <summary>By phone.</summary>
    Phone,
}
