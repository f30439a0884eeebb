namespace FollowUp.Domain.Projects.Commands;

/// <summary>What a phone call led to. The names are stored and part of the API.</summary>
public enum CallOutcome
{
    /// <summary>The phone rang and was not answered.</summary>
    NoAnswer,

    /// <summary>The call reached the voicemail.</summary>
    Voicemail,

    /// <summary>The line was busy.</summary>
    Busy,

    /// <summary>The number is not the client's.</summary>
    WrongNumber,

    /// <summary>Verdict of phone validation: the project is serious.</summary>
    Serious,

    /// <summary>Verdict of phone validation: the project is not serious.</summary>
    NotSerious,

    /// <summary>Verdict of phone validation: information is missing.</summary>
    NeedsInformation,

    /// <summary>The client wants to be called back at a time.</summary>
    CallBack,

    /// <summary>The client refuses any contact: the project dies.</summary>
    RefusesContact,

    /// <summary>The client wants no more calls.</summary>
    DoNotCall,

    /// <summary>The client is still looking for a provider.</summary>
    StillLooking,

    /// <summary>The client is talking to a provider.</summary>
    TalkingTo,

    /// <summary>The client chose a provider.</summary>
    Chose,

    /// <summary>The client chose someone outside the platform.</summary>
    ChoseElsewhere,

    /// <summary>The client gave the project up.</summary>
    GaveUp,

    /// <summary>The client wants to be asked again on a date.</summary>
    NotNow,
}
