namespace FollowUp.Web.Links;

/// <summary>What a link is for; a link works for its own purpose only. The numbers are written into tokens and are never reused.</summary>
public enum LinkPurpose : byte
{
    /// <summary>The client answers a relaunch. The page is the client's own page too.</summary>
    RelaunchAnswer = 1,

    /// <summary>The client picks a time for a call, or corrects the phone number.</summary>
    CallBackSlot = 2,

    /// <summary>The client sends missing information.</summary>
    MissingInformation = 3,

    /// <summary>A staff member decides a pending decision.</summary>
    Approval = 4,

    /// <summary>A staff member signs in to the console.</summary>
    SignIn = 5,

    /// <summary>The client stops the mails.</summary>
    Unsubscribe = 6,

    /// <summary>The client's own page, from any other mail.</summary>
    ClientPage = 7,

    /// <summary>The client or staff member who closed the project by a link undoes the closing.</summary>
    Undo = 8,

    /// <summary>A staff member takes over projects of an absent colleague, all or some.</summary>
    TakeOver = 20,

    /// <summary>A provider's own page.</summary>
    ProviderPage = 30,
}
