using NodaTime;

namespace FollowUp.Web.Api.Complaints;

/// <param name="Complaint">The id of the complaint.</param>
/// <param name="At">When it was first received.</param>
public sealed record ComplaintResponse(string Complaint, Instant At);
