namespace FollowUp.Application.Duplicates;

/// <summary>What shows that two projects are of one client.</summary>
public enum ClientMatch
{
    /// <summary>The website's id of the client.</summary>
    Client,

    /// <summary>The phone number.</summary>
    Phone,

    /// <summary>The mail address.</summary>
    Email,

    /// <summary>The name and the town, but for spelling.</summary>
    NameAndTown,
}
