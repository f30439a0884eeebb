namespace FollowUp.Web.Links;

/// <summary>Whether a link still records an answer.</summary>
public enum LinkState
{
    Live,

    /// <summary>The link was used; its page shows what was recorded.</summary>
    Used,

    /// <summary>The project has changed so that the link no longer applies; its page shows what happened instead.</summary>
    Stale,
}
