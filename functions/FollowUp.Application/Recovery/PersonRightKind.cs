namespace FollowUp.Application.Recovery;

/// <summary>A right that a person has exercised. The names are written into exports.</summary>
public enum PersonRightKind
{
    /// <summary>The person was erased.</summary>
    Erasure,

    /// <summary>The person wants no more mails, or the mail service reported a complaint of theirs.</summary>
    NoMails,

    /// <summary>The person wants no more calls.</summary>
    NoCalls,

    /// <summary>The person wants to be left alone: the project was closed.</summary>
    NoContact,

    /// <summary>The person withdrew the consent to be called about the request.</summary>
    NoCallsAboutRequest,

    /// <summary>The person withdrew the consent to be called again later.</summary>
    NoCallsLater,
}
