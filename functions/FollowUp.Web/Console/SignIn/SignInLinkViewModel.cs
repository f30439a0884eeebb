using FollowUp.Application.People;
using FollowUp.Web.Links;
using FollowUp.Web.Shared.Wording;

namespace FollowUp.Web.Console.SignIn;

/// <summary>The page of a sign-in link.</summary>
public sealed record SignInLinkViewModel(Link Link, string Token, Staff Staff, SignInLinkState State, DateTimeText Days)
{
    /// <summary>Whether the form was posted without a valid antiforgery token.</summary>
    public bool FormExpired { get; init; }

    /// <summary>The sign-in page, which leads to the same page afterwards.</summary>
    public string NewLinkAddress => ConsoleAddresses.SignIn(Link.ProjectId);
}
