using FollowUp.Web.Mails.Addressing;

namespace FollowUp.Web.Mails;

/// <summary>The names and addresses under which the department writes; bound from the section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Stands for a missing setting: no mail is received at this reserved domain (RFC 2606).</summary>
    public const string DefaultReplyDomain = "followup.example";

    /// <summary>The domain of reply addresses: <c>suivi+{token}@</c> for clients, <c>suivi@</c> for others.</summary>
    public string ReplyDomain { get; set; } = DefaultReplyDomain;

    /// <summary>
    /// The address that people can write to. Replies go to it as long as no reply domain is set. Null: <c>suivi@</c> and the reply domain.
    /// </summary>
    public string? ReplyAddress { get; set; }

    public string DepartmentName { get; set; } = "Suivi Projet";

    public string DepartmentPhone { get; set; } = "+33 1 99 00 00 00";

    /// <summary>The reply address of a project's mails to its client.</summary>
    /// <param name="token">From <see cref="ReplyTokens"/>.</param>
    public string FormatReplyAddress(string token) =>
        ReplyAddress is { Length: > 0 } && ReplyDomain == DefaultReplyDomain ? ReplyAddress : $"suivi+{token}@{ReplyDomain}";

    /// <summary>The reply address of other mails; replies to it are not recorded as a sign of life.</summary>
    public string FormatReplyAddress() => ReplyAddress is { Length: > 0 } ? ReplyAddress : $"suivi@{ReplyDomain}";
}
