namespace FollowUp.Application.Delivery;

/// <summary>The kinds of mails that belong to no project. Stored by name in kebab-case.</summary>
public enum DepartmentMailKind
{
    /// <summary>The morning digest of a coordinator.</summary>
    MorningDigest,

    /// <summary>The weekly report of a manager.</summary>
    WeeklyReport,

    /// <summary>The receipt for a complaint.</summary>
    ComplaintReceipt,

    /// <summary>Tells a coordinator that projects of a colleague are theirs now.</summary>
    HandOver,

    /// <summary>Invites a staff member who joined the department.</summary>
    Invitation,

    /// <summary>Asks a colleague to take over the projects of an absent coordinator.</summary>
    TakeOverRequest,

    /// <summary>Tells a manager that open projects are in a language that no coordinator speaks.</summary>
    UncoveredLanguages,

    /// <summary>A link that signs a staff member in.</summary>
    SignIn,

    /// <summary>Tells a provider that projects on which it acted have moved.</summary>
    ProviderNews,

    /// <summary>The answer to a complaint.</summary>
    ComplaintAnswer,

    /// <summary>Tells a staff member that their passkeys or recovery codes have changed.</summary>
    SecondFactorChange,
}
