namespace FollowUp.Web.Shared.Limits;

/// <summary>How often something may be done for one key: a caller, a link, a project.</summary>
/// <param name="Name">Names the limit in the store; it never changes.</param>
/// <param name="Permits">How often within the window.</param>
/// <param name="Window">It begins with the first use.</param>
sealed record RateLimit(string Name, int Permits, TimeSpan Window)
{
    /// <summary>Posts to one link.</summary>
    public static readonly RateLimit LinkPosts = new("link-posts", 20, TimeSpan.FromMinutes(1));

    /// <summary>Posts to links from one network, which may be an office or a proxy that many people share.</summary>
    public static readonly RateLimit LinkPostsOfNetwork = new("link-posts-network", 300, TimeSpan.FromMinutes(1));

    /// <summary>Unknown link tokens from one network. Apart from the posts, so that guessing blocks no valid link.</summary>
    public static readonly RateLimit UnknownLinks = new("unknown-links", 300, TimeSpan.FromMinutes(1));

    /// <summary>Sign-in mails to one address.</summary>
    public static readonly RateLimit SignInMails = new("sign-in-mails", 5, TimeSpan.FromMinutes(15));

    /// <summary>Sign-in mails asked for by one network.</summary>
    public static readonly RateLimit SignInMailsOfNetwork = new("sign-in-mails-network", 30, TimeSpan.FromMinutes(15));

    /// <summary>
    /// Sign-in mails asked for by all callers together whose network the host does not know, or who come through a proxy on the same machine. More than a department
    /// has people.
    /// </summary>
    public static readonly RateLimit SignInMailsOfUnknown = new("sign-in-mails-unknown", 300, TimeSpan.FromMinutes(15));

    /// <summary>Recovery codes tried for one staff member, whose mailbox the caller reads.</summary>
    public static readonly RateLimit RecoveryCodes = new("recovery-codes", 10, TimeSpan.FromMinutes(15));

    /// <summary>Wrong keys and tokens from one network. A right key passes in any case, so that nobody can lock the website out.</summary>
    public static readonly RateLimit WrongKeys = new("wrong-keys", 60, TimeSpan.FromMinutes(1));

    /// <summary>Searches for words in the console by one staff member.</summary>
    public static readonly RateLimit Searches = new("searches", 60, TimeSpan.FromMinutes(5));

    /// <summary>Questions of providers about one project; those that were taken alone. A provider asks three times a day at most, so that it leaves room for others.</summary>
    public static readonly RateLimit Questions = new("questions", 20, TimeSpan.FromHours(1));

    /// <summary>Providers handed over by one staff member: one every two minutes for an hour, which no department needs.</summary>
    public static readonly RateLimit HandOvers = new("hand-overs", 30, TimeSpan.FromHours(1));

    /// <summary>Mails about one project that are passed on to staff.</summary>
    public static readonly RateLimit ForwardedMails = new("forwarded-mails", 20, TimeSpan.FromHours(1));
}
