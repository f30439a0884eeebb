namespace FollowUp.Web.Shared.Setup;

/// <summary>Settings of the pages.</summary>
public sealed class PagesOptions
{
    /// <summary>The public address, with which links in mails begin. It is never taken from a request, whose headers can be forged.</summary>
    public Uri PublicBase { get; set; } = new("http://127.0.0.1:7071");

    /// <summary>A demonstration with sample data: the sign-in page lets every visitor sign in as one of the sample staff.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether mails are stored and shown under <c>/demo/mailbox</c>.</summary>
    public bool MailboxPage { get; set; }

    /// <summary>
    /// Whether the mailbox shows mails to staff, whose links sign in or decide for them: in a demo, and on a developer's machine. Elsewhere every
    /// account of the machine could act as any staff member.
    /// </summary>
    public bool MailboxShowsStaffMails { get; set; } = true;

    /// <summary>Whether this host sends mails to a mail server that the settings name; otherwise the environment chooses its mail service.</summary>
    public bool HasSmtp { get; set; }

    /// <summary>Whether browsers use https. Behind a proxy the request itself does not show it.</summary>
    public bool IsSecure => PublicBase.Scheme == Uri.UriSchemeHttps;

    /// <summary>An absolute address of this installation.</summary>
    public Uri Address(string path) => new(PublicBase, path);
}
