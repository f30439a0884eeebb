using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>A mail with its recipient.</summary>
sealed record AddressedMail(string To, string? Name, MailContent Content)
{
    /// <summary>The project with which the mailbox stores the mail; null for none.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The address that a mail program posts to when the recipient wants no more of these mails (RFC 8058); null for a mail of another kind.</summary>
    public Uri? UnsubscribeAddress { get; init; }
}
