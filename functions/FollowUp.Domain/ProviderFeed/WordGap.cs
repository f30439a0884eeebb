namespace FollowUp.Domain.ProviderFeed;

/// <summary>What stands between two letters, the narrowest first.</summary>
enum WordGap
{
    None,

    /// <summary>An apostrophe, a hyphen or a dot, which people write or leave out within a word.</summary>
    Narrow,

    /// <summary>White space, or a sign that joins words.</summary>
    Space,

    /// <summary>A comma, another sign, or the beginning of the text.</summary>
    Break,
}
