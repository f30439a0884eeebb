using NodaTime;

namespace FollowUp.Application.Recovery;

/// <summary>A right that a person has exercised. It holds ids of the website, and no personal data of its own.</summary>
/// <param name="At">When.</param>
/// <param name="Client">The person's id on the website.</param>
/// <param name="Project">The project whose timeline has it.</param>
/// <param name="Kind">What was asked for.</param>
public sealed record PersonRight(Instant At, string Client, string Project, PersonRightKind Kind);
