namespace FollowUp.Domain.Projects;

/// <summary>Evidence of seriousness, recorded as facts and not as a claim (product page, "Awaiting validation").</summary>
[Flags]
public enum Evidence
{
    None = 0,
    PhoneReached = 1,
    NeedDescribed = 2,
    Budget = 4,
    Date = 8,
    DecisionMaker = 16,
}

/// <summary>What the follow-up feed may tell a subscribed provider.</summary>
public enum SharedFact
{
    Phase,
    LastContact,
    ClientSays,
    ExpectedDate,
}
