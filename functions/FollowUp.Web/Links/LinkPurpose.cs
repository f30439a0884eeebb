namespace FollowUp.Web.Links;

/// <summary>What a link is for. A link made for one thing does nothing else. Written into tokens: numbers are never reused.</summary>
public enum LinkPurpose : byte
{
    /// <summary>The client says where things stand; the page is the client's own page too.</summary>
    RelaunchAnswer = 1,

    /// <summary>The client picks a time to be called, or corrects the phone number.</summary>
    CallBackSlot = 2,

    /// <summary>The client sends what was missing.</summary>
    MissingInformation = 3,

    /// <summary>A member of staff approves or declines what the next action asks.</summary>
    Approval = 4,

    /// <summary>A member of staff opens the console.</summary>
    SignIn = 5,

    /// <summary>The client wants no more mails.</summary>
    Unsubscribe = 6,

    /// <summary>The client's own page, from any other mail.</summary>
    ClientPage = 7,

    /// <summary>Whoever closed the project by a link, client or staff, takes it back.</summary>
    Undo = 8,
}
