namespace FollowUp.Application.People;

/// <summary>The projects that a privilege subscription covers. Stored by name in kebab-case.</summary>
public enum FeedScope
{
    /// <summary>Every project.</summary>
    All,

    /// <summary>The projects on which the provider acted.</summary>
    Mine,
}
