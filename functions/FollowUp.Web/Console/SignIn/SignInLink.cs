namespace FollowUp.Web.Console.SignIn;

/// <summary>A sign-in link that was made.</summary>
/// <param name="Id">Names the link and its mail; it opens nothing.</param>
/// <param name="Address">The absolute address that opens a session once.</param>
public sealed record SignInLink(string Id, Uri Address);
