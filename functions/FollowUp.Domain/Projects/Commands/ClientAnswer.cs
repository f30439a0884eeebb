namespace FollowUp.Domain.Projects.Commands;

/// <summary>What a client may say of a project (product page, "In follow-up"). The names are stored and part of the API.</summary>
public enum ClientAnswer
{
    /// <summary>Still looking for a provider.</summary>
    StillLooking,

    /// <summary>Talking to a provider.</summary>
    TalkingTo,

    /// <summary>Chose a provider: the project is won.</summary>
    Chose,

    /// <summary>Chose someone outside the platform: the project is dead.</summary>
    ChoseElsewhere,

    /// <summary>Gave the project up: it is dead.</summary>
    GaveUp,

    /// <summary>Wants to be asked again on a date.</summary>
    NotNow,

    /// <summary>Wants a call.</summary>
    CallMe,

    /// <summary>Wants no more contact: the project is dead.</summary>
    LeaveMeAlone,
}
