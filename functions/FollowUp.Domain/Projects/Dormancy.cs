using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The dormancy of a project (product page, "Dormant").</summary>
/// <param name="Since">The beginning of dormancy.</param>
/// <param name="Quarters">Quarters that have passed since, with or without a mail.</param>
public sealed record Dormancy(Instant Since, int Quarters);
