namespace FollowUp.Domain.Projects;

/// <summary>Evidence of seriousness, recorded as facts (product page, "Awaiting validation"). The names are stored and part of the API.</summary>
[Flags]
public enum Evidence
{
    /// <summary>No evidence.</summary>
    None = 0,

    /// <summary>The client was reached by phone.</summary>
    PhoneReached = 1,

    /// <summary>The client described the need.</summary>
    NeedDescribed = 2,

    /// <summary>The client named a budget.</summary>
    Budget = 4,

    /// <summary>The client named a date.</summary>
    Date = 8,

    /// <summary>The client decides or named who does.</summary>
    DecisionMaker = 16,
}
