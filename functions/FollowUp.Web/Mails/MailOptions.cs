namespace FollowUp.Web;

/// <summary>Under which names the department writes.</summary>
public sealed class MailOptions
{
    /// <summary>Replies go to <c>suivi+{project}@</c> this domain.</summary>
    public string ReplyDomain { get; set; } = "followup.example";

    public string FromAddress { get; set; } = "suivi@followup.example";

    public string DepartmentName { get; set; } = "Suivi Projet";

    public string DepartmentPhone { get; set; } = "+33 1 99 00 00 00";
}
