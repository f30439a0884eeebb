namespace FollowUp.Domain.Projects;

/// <summary>Why a project died (product page, "Dead names one of"). The names are stored and part of the API.</summary>
public enum DeathReason
{
    /// <summary>Phone validation found it not serious.</summary>
    NotSerious,

    /// <summary>The client posted it twice.</summary>
    Duplicate,

    /// <summary>The client was never reached.</summary>
    Unreachable,

    /// <summary>The client stayed silent through dormancy; staff approved the closing.</summary>
    NoSignOfLife,

    /// <summary>The client gave it up.</summary>
    Abandoned,

    /// <summary>The client chose a provider outside the platform.</summary>
    ChoseElsewhere,

    /// <summary>Staff suspect that client and provider bypassed the platform.</summary>
    SuspectedBypass,

    /// <summary>The client wants no contact.</summary>
    RefusedContact,

    /// <summary>The person was erased.</summary>
    Erased,
}
