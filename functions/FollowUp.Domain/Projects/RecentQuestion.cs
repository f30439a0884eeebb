using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>That a provider asked, in the last 24 hours. A provider asks at most three times a day about a project.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="At">When it asked.</param>
public sealed record RecentQuestion(string Provider, Instant At);
