using FollowUp.Application;

namespace FollowUp.Web;

/// <summary>What the page of a sign-in link shows.</summary>
public sealed record SignInLinkCase(string Token, Staff Staff, bool Used)
{
    public bool Outdated { get; init; }
}
