namespace FollowUp.Application.Complaints;

/// <summary>What a complaint turned out to be about, as the manager who answers it says. Stored by name in kebab-case.</summary>
public enum ComplaintCause
{
    /// <summary>Contacts that were not wanted, or too many of them.</summary>
    UnwantedContact,

    /// <summary>No news, or a call or an answer that came late.</summary>
    Delay,

    /// <summary>Something wrong was said, noted or passed on.</summary>
    WrongInformation,

    /// <summary>A provider was not told of, or not recommended.</summary>
    NotRecommended,

    /// <summary>Personal data.</summary>
    PersonalData,

    /// <summary>How somebody behaved.</summary>
    Behaviour,

    /// <summary>Something that is not the department's: a provider, the website, an invoice.</summary>
    NotOurs,

    /// <summary>Anything else.</summary>
    Other,
}
