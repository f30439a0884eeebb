using FollowUp.Application.People;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console.SignIn;

/// <summary>What the page of a sign-in link shows.</summary>
public sealed record SignInLinkViewModel(Link Link, string Token, Staff Staff, SignInLinkState State, DateTimeText Days)
{
    public bool FormExpired { get; init; }

    /// <summary>Where a new one is asked for; it leads to the same place afterwards.</summary>
    public string NewLinkAddress => Link.ProjectId.Length == 0 ? "/desk/sign-in" : $"/desk/sign-in?project={Uri.EscapeDataString(Link.ProjectId)}";
}
