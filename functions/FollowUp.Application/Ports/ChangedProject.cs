using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Application.Ports;

/// <summary>A project and when it last changed.</summary>
/// <param name="Project">Its snapshot.</param>
/// <param name="At">When its newest timeline entry happened.</param>
public sealed record ChangedProject(Project Project, Instant At);
