namespace FollowUp.Web.Api;

/// <param name="Status"><c>ok</c>.</param>
sealed record HealthResponse(string Status);
