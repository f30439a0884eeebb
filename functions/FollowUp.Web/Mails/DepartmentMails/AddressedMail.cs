using FollowUp.Web.Mails.Content;

namespace FollowUp.Web.Mails.DepartmentMails;

/// <summary>A mail with its recipient.</summary>
sealed record AddressedMail(string To, string? Name, MailContent Content)
{
    /// <summary>The project with which the mailbox stores the mail; null for none.</summary>
    public string? ProjectId { get; init; }
}
