using FollowUp.Application.People;

namespace FollowUp.Web;

/// <summary>What the page of a sign-in link shows.</summary>
public sealed record SignInLinkCase(Link Link, string Token, Staff Staff, SignInState State, DayWords Days)
{
    public bool Outdated { get; init; }

    /// <summary>Where a new one is asked for; it leads to the same place afterwards.</summary>
    public string AskAgain => Link.ProjectId.Length == 0 ? "/desk/sign-in" : $"/desk/sign-in?project={Uri.EscapeDataString(Link.ProjectId)}";
}
