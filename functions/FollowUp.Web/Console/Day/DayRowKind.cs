namespace FollowUp.Web.Console.Day;

/// <summary>What a row of the day is about.</summary>
public enum DayRowKind
{
    NextAction,
    Question,
    News,
    Reply,
    Approval,
}
