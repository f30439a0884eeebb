namespace FollowUp.Domain.Projects.Events;

/// <summary>The template of a relaunch by mail. The names are stored.</summary>
public enum RelaunchKind
{
    /// <summary>The first of a cycle.</summary>
    First,

    /// <summary>A later one of the cycle.</summary>
    Later,

    /// <summary>The warning before dormancy.</summary>
    Warning,

    /// <summary>The one that follows a pause.</summary>
    AfterSnooze,
}
