namespace FollowUp.Web.InboundMail.Reports;

enum MailReportKind
{
    Delivery,
    Complaint,
    Reading,
    Other,
}
