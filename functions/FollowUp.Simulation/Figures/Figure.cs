namespace FollowUp.Simulation.Figures;

/// <summary>What a run counts.</summary>
public enum Figure
{
    /// <summary>Projects posted.</summary>
    Submitted,

    /// <summary>Projects posted at least a year before the end.</summary>
    SubmittedEarly,

    /// <summary>Of those, the ones that were won.</summary>
    WonEarly,

    /// <summary>Projects whose client was called at least once.</summary>
    Called,

    /// <summary>Projects whose client was spoken to.</summary>
    Reached,

    /// <summary>Projects that phone validation found serious.</summary>
    Validated,

    /// <summary>Projects that were dormant once.</summary>
    WentDormant,

    /// <summary>Times that a client woke a dormant project.</summary>
    Woke,

    /// <summary>Projects won.</summary>
    Won,

    /// <summary>Projects won more than a year after their posting.</summary>
    WonLate,

    /// <summary>Projects dead, for any reason.</summary>
    Dead,

    /// <summary>At the end: awaiting validation.</summary>
    AwaitingAtEnd,

    /// <summary>At the end: in follow-up.</summary>
    InFollowUpAtEnd,

    /// <summary>At the end: dormant.</summary>
    DormantAtEnd,

    /// <summary>Clients who had decided for a provider of the platform.</summary>
    DecidedForPlatform,

    /// <summary>Calls made.</summary>
    Calls,

    /// <summary>Calls that reached the client.</summary>
    Conversations,

    /// <summary>Calls made more than an open hour after they were due.</summary>
    LateCalls,

    /// <summary>Calls that the rules call outside hours, rights or cap.</summary>
    CallsOutsideRules,

    /// <summary>Days on which a coordinator was at work.</summary>
    CoordinatorDays,

    /// <summary>Of those, the ones whose time for calls was used up.</summary>
    FullDays,

    /// <summary>Seconds spent on calls.</summary>
    PhoneSeconds,

    /// <summary>Seconds that could be spent on calls.</summary>
    PhoneCapacitySeconds,

    /// <summary>Mails to clients.</summary>
    ClientMails,

    /// <summary>Mails to clients, providers and staff.</summary>
    Mails,

    /// <summary>Mails "we tried to reach you".</summary>
    TriedToReachMails,

    /// <summary>Of those, the ones after which the client picked a time.</summary>
    TriedToReachAnswers,

    /// <summary>Warnings before dormancy.</summary>
    Warnings,

    /// <summary>Of those, the answered ones.</summary>
    WarningAnswers,

    /// <summary>Mails of a quarter of dormancy.</summary>
    LightMails,

    /// <summary>Of those, the answered ones.</summary>
    LightMailAnswers,

    /// <summary>Relaunches by phone.</summary>
    RelaunchCalls,

    /// <summary>Of those, the ones that reached the client.</summary>
    RelaunchCallsReached,

    /// <summary>Clients who want no more mails.</summary>
    MailOptOuts,

    /// <summary>Clients who want no more calls.</summary>
    CallOptOuts,

    /// <summary>Good-chances notices sent.</summary>
    GoodChancesNotices,

    /// <summary>Decisions of the domain.</summary>
    Decisions,

    /// <summary>Commands that the domain refused.</summary>
    Refusals,
}
