namespace FollowUp.Application.Absences;

/// <summary>What an absence, or its end, requires of one project.</summary>
public enum AbsenceStep
{
    /// <summary>There is nothing to do.</summary>
    None,

    /// <summary>The coordinator is present: the project comes back from a stand-in or from a colleague who was asked.</summary>
    Return,

    /// <summary>The stand-in takes the project until the coordinator is back.</summary>
    StandIn,

    /// <summary>No stand-in is present: a colleague is asked to take the project over.</summary>
    AskColleague,
}
