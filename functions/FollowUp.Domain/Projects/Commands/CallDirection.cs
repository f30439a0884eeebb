namespace FollowUp.Domain.Projects.Commands;

/// <summary>Who called whom. The names are stored and part of the API.</summary>
public enum CallDirection
{
    /// <summary>Staff called the client.</summary>
    Outbound,

    /// <summary>The client called: never an attempt, and never counted towards the cap.</summary>
    Inbound,
}
