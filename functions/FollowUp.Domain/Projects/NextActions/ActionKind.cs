namespace FollowUp.Domain.Projects.NextActions;

/// <summary>The kinds of next action. The names are stored and part of the API.</summary>
public enum ActionKind
{
    /// <summary>Staff call the client.</summary>
    Call,

    /// <summary>A mail leaves by itself.</summary>
    Mail,

    /// <summary>The project waits for the client until the date.</summary>
    WaitForClient,

    /// <summary>Staff decide whether to close the project for silence.</summary>
    Approve,
}
