using System.Collections.Immutable;
using FollowUp.Application.Ports;

namespace FollowUp.Application.PendingDecisions;

/// <summary>A project and its pending decisions.</summary>
/// <param name="Item">The project.</param>
/// <param name="Decisions">The pending decisions; empty when they were not loaded.</param>
public sealed record ProjectWithPendingDecisions(ProjectListItem Item, ImmutableArray<PendingDecisionDetails> Decisions);
