namespace FollowUp.Web.Shared.Limits;

/// <summary>What became of a use that is counted against a limit.</summary>
enum LimitUse
{
    /// <summary>The limit is reached; the use was not counted.</summary>
    Refused,

    /// <summary>It was counted.</summary>
    Granted,

    /// <summary>It was counted, and is the last one of the window. One use of each window is.</summary>
    LastGranted,
}
