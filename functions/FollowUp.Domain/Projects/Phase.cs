namespace FollowUp.Domain.Projects;

/// <summary>Where a project stands on its path (product page, "The path of a project").</summary>
public enum Phase
{
    AwaitingValidation,
    InFollowUp,
    Dormant,
    Won,
    Dead,
}

/// <summary>What a phase is waiting for; decides the next action together with the cadence.</summary>
public enum Stage
{
    /// <summary>Awaiting validation: the next attempt to reach the client.</summary>
    Reaching,

    /// <summary>Awaiting validation: the client was asked for what is missing.</summary>
    InformationAsked,

    /// <summary>Awaiting validation: the client sent it; a call goes through it.</summary>
    InformationGiven,

    /// <summary>Awaiting validation: every attempt failed and the last mail is out.</summary>
    LastMailSent,

    /// <summary>In follow-up: the next relaunch of the cadence.</summary>
    Relaunching,

    /// <summary>In follow-up: the warning before dormancy is out.</summary>
    Warned,

    /// <summary>Dormant: the next light mail, or the question whether to close.</summary>
    Asleep,

    /// <summary>Dormant: staff were asked whether the project may be closed for silence.</summary>
    ApprovalAsked,

    /// <summary>Won or dead.</summary>
    Closed,
}

/// <summary>Why a project died (product page, "Dead names one of").</summary>
public enum DeathReason
{
    NotSerious,
    Duplicate,
    Unreachable,
    NoSignOfLife,
    Abandoned,
    ChoseElsewhere,
    SuspectedBypass,
    RefusedContact,
    Erased,
}

/// <summary>How a project ended.</summary>
/// <param name="Reason">Null when won.</param>
/// <param name="Provider">The provider that won it; null when dead.</param>
/// <param name="Amount">In euros, where known.</param>
public sealed record Outcome(DeathReason? Reason, string? Provider = null, decimal? Amount = null)
{
    public bool IsWon => Reason is null;

    public static Outcome Won(string provider, decimal? amount = null) => new(null, provider, amount);

    public static Outcome Dead(DeathReason reason) => new(reason);
}
