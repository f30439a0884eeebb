namespace FollowUp.Web.Shared.Setup;

/// <summary>What the pages need to know of the host that serves them.</summary>
public sealed class PagesOptions
{
    /// <summary>The address that links in mails begin with; a setting, never taken from a request.</summary>
    public Uri PublicBase { get; set; } = new("http://127.0.0.1:7071");

    /// <summary>Sample data: the sign-in page names the sample staff and lets anybody in as one of them.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether mails stay on this machine and are shown under <c>/demo/mailbox</c>.</summary>
    public bool MailboxPage { get; set; }

    /// <summary>Whether browsers reach this installation by https alone; behind a proxy a request does not tell.</summary>
    public bool IsSecure => PublicBase.Scheme == Uri.UriSchemeHttps;

    /// <summary>An absolute address of this installation.</summary>
    public Uri Address(string path) => new(PublicBase, path);
}
