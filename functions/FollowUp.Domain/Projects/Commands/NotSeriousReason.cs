namespace FollowUp.Domain.Projects.Commands;

/// <summary>Why a project is not serious: the list that a coordinator picks from. The names are stored and part of the API.</summary>
public enum NotSeriousReason
{
    /// <summary>There is no real need.</summary>
    NoRealNeed,

    /// <summary>There is no budget.</summary>
    NoBudget,

    /// <summary>The client is only curious.</summary>
    JustCurious,

    /// <summary>A competitor gathers information.</summary>
    Competitor,

    /// <summary>A test or a hoax.</summary>
    Test,

    /// <summary>Another reason.</summary>
    Other,
}
