using FollowUp.Domain.Permissions;

namespace FollowUp.Application.Projects;

/// <summary>The answer to a request that changed nothing.</summary>
/// <param name="Refusal">Null when the answer was the project as it was.</param>
public sealed record UnchangedAnswer(Refusal? Refusal);
