namespace FollowUp.Local.FirstStart;

/// <summary>A question of <c>setup</c>.</summary>
/// <param name="Field">The name of the field in the requests that are validated.</param>
/// <param name="Option">The option that answers it.</param>
/// <param name="HelpName">What the help calls the value.</param>
/// <param name="Text">The question.</param>
/// <param name="Default">The answer when none is given; null for none.</param>
/// <param name="IsOptional">Whether no answer is an answer.</param>
sealed record SetupQuestion(string Field, string Option, string HelpName, string Text, string? Default = null, bool IsOptional = false)
{
    /// <summary>All questions, in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<SetupQuestion> All =
    [
        new("department", "--department", "NAME", "Name of the department, under which it writes"),
        new("phone", "--phone", "NUMBER", "Phone number that clients and providers may call"),
        new("replyAddress", "--reply-address", "EMAIL", "Mail address that people can write to", IsOptional: true),
        new("languages", "--languages", "fr,en", "Languages of the clients", Default: "fr,en"),
        new("alsaceMoselle", "--alsace-moselle", "yes|no", "Are the public holidays of Alsace-Moselle closed too", Default: "no"),
        new("managerName", "--manager-name", "NAME", "Name of the first manager"),
        new("managerEmail", "--manager-email", "EMAIL", "Mail address of the first manager"),
        new("managerLanguage", "--manager-language", "fr|en", "Language of the manager’s screens and mails", Default: "fr"),
        new("publicAddress", "--public-address", "URL", "Address with which links in mails begin (empty: where the host listens)", IsOptional: true),
        new("smtpHost", "--smtp-host", "HOST", "Mail server (empty: mails stay in the mailbox page)", IsOptional: true),
        new("smtpPort", "--smtp-port", "PORT", "Port of the mail server (empty: 587, or 465 with tls)", IsOptional: true),
        new("smtpSecurity", "--smtp-security", "tls|starttls|none", "Encryption of the connection to the mail server", Default: "starttls"),
        new("smtpUser", "--smtp-user", "USER", "User name at the mail server", IsOptional: true),
        new("fromAddress", "--from-address", "EMAIL", "Address that mails come from"),
        new("testMailTo", "--test-mail-to", "EMAIL", "Address for a test mail (by default the manager’s)", IsOptional: true),
    ];

    /// <summary>Whether the question is only asked when there is a mail server.</summary>
    public bool IsAboutMailServer => Field is "smtpPort" or "smtpSecurity" or "smtpUser" or "fromAddress" or "testMailTo";

    /// <summary>The option of a field; the field itself for an unknown one.</summary>
    public static string FindOption(string field) => All.FirstOrDefault(q => q.Field == field)?.Option ?? field;
}
