namespace FollowUp.Domain.ProviderFeed;

/// <summary>What a text holds that providers may not read.</summary>
public enum PersonalDataKind
{
    /// <summary>A name of the client or of another provider.</summary>
    Name,

    /// <summary>A name that is also a common word, such as "Petit". Staff may publish it as it is.</summary>
    CommonWord,

    /// <summary>A phone number.</summary>
    Number,

    /// <summary>A mail address.</summary>
    Address,
}
