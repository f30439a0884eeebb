namespace FollowUp.Web.InboundMail.Reports;

enum MailReportKind
{
    /// <summary>What became of a mail: delivered, delayed, failed.</summary>
    Delivery,

    /// <summary>The recipient reported a mail as spam.</summary>
    Complaint,

    /// <summary>The recipient opened a mail.</summary>
    Reading,

    /// <summary>Any other report, such as the one that a mail is no spam.</summary>
    Other,
}
