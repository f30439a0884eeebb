namespace FollowUp.Web.Console.Audit;

/// <summary>The groups by which managers filter the audit log. Each entry belongs to one.</summary>
public enum AuditCategory
{
    Refusals,
    SignIns,
    Exports,
    Erasures,
    Settings,
    FeedReads,
    Complaints,
    LinkFetches,
    InboundMail,
    Others,
}
