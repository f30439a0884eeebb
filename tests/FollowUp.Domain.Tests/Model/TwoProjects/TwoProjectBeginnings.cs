namespace FollowUp.Domain.Tests.Model.TwoProjects;

/// <summary>The names of the states that a search begins in.</summary>
static class TwoProjectBeginnings
{
    public const string One = "one project";
    public const string ThreeCalls = "two projects, three calls";
    public const string InFollowUp = "two projects in follow-up";
}
