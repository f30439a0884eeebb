using FollowUp.Web.Mails.Addressing;

namespace FollowUp.Web.Mails;

/// <summary>Under which names the department writes.</summary>
public sealed class MailOptions
{
    /// <summary>Clients’ replies go to <c>suivi+{token of the project}@</c> this domain, others to <c>suivi@</c> it.</summary>
    public string ReplyDomain { get; set; } = "followup.example";

    public string DepartmentName { get; set; } = "Suivi Projet";

    public string DepartmentPhone { get; set; } = "+33 1 99 00 00 00";

    /// <summary>Where a client answers: the address finds the project without anybody reading the mail.</summary>
    /// <param name="token">Of the project, by <see cref="ReplyTokens"/>.</param>
    public string FormatReplyAddress(string token) => $"suivi+{token}@{ReplyDomain}";

    /// <summary>Where answers go that are no client's sign of life.</summary>
    public string FormatReplyAddress() => $"suivi@{ReplyDomain}";
}
