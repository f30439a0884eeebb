namespace FollowUp.Domain.Permissions;

/// <summary>Whether a refusal concerns the actor or the state of the project. It is not stored by its number.</summary>
public enum RefusalKind
{
    /// <summary>The actor may not give the command: HTTP 403.</summary>
    Forbidden,

    /// <summary>The actor gave the command too often: HTTP 429.</summary>
    TooMany,

    /// <summary>The project is not in a state for the command: HTTP 409.</summary>
    Conflict,
}
