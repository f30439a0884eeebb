using FollowUp.Domain.Persons;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>The newest consent to be called that was recorded on a project, or its withdrawal. It identifies a repeat.</summary>
/// <param name="Scope">What it covers.</param>
/// <param name="Given">False for a withdrawal.</param>
/// <param name="At">When it was given or withdrawn.</param>
public sealed record LastConsent(ConsentScope Scope, bool Given, Instant At);
