namespace FollowUp.Local.Checks;

/// <summary>How well something is.</summary>
enum CheckState
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>It works, and something about it may surprise.</summary>
    Note,

    /// <summary>It does not work, or endangers data.</summary>
    Mend,
}
