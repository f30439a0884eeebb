using FollowUp.Application.Projects;
using NodaTime;

namespace FollowUp.Web.Links.Approvals;

/// <summary>A decision made by an approval link. The digest of its idempotency record is the answer itself: <c>true</c> or <c>false</c>.</summary>
public sealed record RecordedDecision(bool Approved, string By, Instant At)
{
    public const string Approve = "true";
    public const string Decline = "false";

    public static RecordedDecision Read(IdempotencyRecord record) => new(record.Digest == Approve, record.By, record.At);
}
