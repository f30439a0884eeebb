namespace FollowUp.Domain.ProviderFeed;

/// <summary>How surely a word of a text is the name that a feed hides.</summary>
enum NameCertainty
{
    /// <summary>The name is also a common word. Staff may publish it as it is.</summary>
    Possible,

    /// <summary>The name, and nothing else.</summary>
    Certain,
}
