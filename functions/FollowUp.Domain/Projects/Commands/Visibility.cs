namespace FollowUp.Domain.Projects.Commands;

/// <summary>Who may read a note. The names are stored and part of the API.</summary>
public enum Visibility
{
    /// <summary>Staff only.</summary>
    Internal,

    /// <summary>Staff, and providers by the follow-up feed.</summary>
    Shared,
}
