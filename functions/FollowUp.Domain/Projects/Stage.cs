namespace FollowUp.Domain.Projects;

/// <summary>
/// The step within a phase. An agreed call or a pause may lie over it: <see cref="Project.WaitingFor"/> says what the project waits for. The
/// names are stored.
/// </summary>
public enum Stage
{
    /// <summary>Awaiting validation: the next attempt to reach the client.</summary>
    Reaching,

    /// <summary>Awaiting validation: the client was asked for missing information.</summary>
    InformationAsked,

    /// <summary>Awaiting validation: the client sent the information; the next call discusses it.</summary>
    InformationGiven,

    /// <summary>Awaiting validation: every attempt failed and the last mail was sent.</summary>
    LastMailSent,

    /// <summary>In follow-up: the next relaunch of the cadence.</summary>
    Relaunching,

    /// <summary>In follow-up: the warning before dormancy was sent.</summary>
    Warned,

    /// <summary>Dormant: the next light mail, or the question whether to close.</summary>
    Asleep,

    /// <summary>Dormant: staff were asked whether to close the project for silence.</summary>
    ApprovalAsked,

    /// <summary>Won or dead.</summary>
    Closed,
}
