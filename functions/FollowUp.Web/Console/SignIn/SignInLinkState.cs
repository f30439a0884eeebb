using FollowUp.Web.Links;
using NodaTime;

namespace FollowUp.Web.Console.SignIn;

/// <summary>Whether a sign-in link still opens a session.</summary>
/// <param name="At">
/// Of a live link: when it was mailed. Of a used one: when it was used. Of a stale one: when the newer link was mailed, or null when no newer
/// one is known.
/// </param>
public sealed record SignInLinkState(LinkState State, Instant? At);
