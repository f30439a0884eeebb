namespace FollowUp.Web.Console.Search;

/// <summary>What a list of projects is ordered by.</summary>
public enum ProjectSort
{
    /// <summary>The project's number.</summary>
    Number,

    /// <summary>The title.</summary>
    Title,

    /// <summary>When the next action is due; closed projects come last.</summary>
    NextAction,

    /// <summary>The day of submission, newest first.</summary>
    Submitted,

    /// <summary>When the client was in touch last, newest first.</summary>
    SignOfLife,
}
