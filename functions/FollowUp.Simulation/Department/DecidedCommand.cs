using System.Collections.Immutable;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Deciders;
using NodaTime;

namespace FollowUp.Simulation.Department;

/// <summary>A command of the simulation and what the domain decided.</summary>
/// <param name="Before">The project before; null for a submission.</param>
/// <param name="Command">The command.</param>
/// <param name="Actor">Who gave it.</param>
/// <param name="Now">When.</param>
/// <param name="Policy">The rules of the decision.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Messages">The messages that it caused.</param>
public readonly record struct DecidedCommand(
    Project? Before, Command Command, Actor Actor, Instant Now, Policy Policy, Decision Decision, ImmutableArray<OutboxMessage> Messages);
