namespace FollowUp.Domain.Permissions;

/// <summary>Whether a refusal concerns the actor or the state of the project.</summary>
public enum RefusalKind
{
    /// <summary>The actor may not give the command: HTTP 403.</summary>
    Forbidden,

    /// <summary>The project is not in a state for the command: HTTP 409.</summary>
    Conflict,
}
