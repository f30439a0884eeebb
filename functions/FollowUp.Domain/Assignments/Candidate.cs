using System.Collections.Immutable;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Assignments;

/// <summary>A coordinator, as the assignment compares them.</summary>
/// <param name="Id">The coordinator's id.</param>
/// <param name="Languages">The languages that the coordinator works in.</param>
/// <param name="Present">Whether the coordinator is not absent.</param>
/// <param name="Capacity">How many open projects the coordinator can follow.</param>
/// <param name="Open">How many open projects the coordinator follows.</param>
/// <param name="LastServedAt">When the coordinator last got a project; null when they never got one.</param>
public sealed record Candidate(
    string Id, ImmutableArray<Language> Languages, bool Present, int Capacity, int Open, Instant? LastServedAt);
