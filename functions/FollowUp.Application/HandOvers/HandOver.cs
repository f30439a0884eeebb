using System.Collections.Immutable;
using NodaTime;

namespace FollowUp.Application.HandOvers;

/// <summary>An ordered hand-over of a staff member's open projects. It is stored until every project is handed over.</summary>
/// <param name="Id">Names the hand-over; without personal data.</param>
/// <param name="From">The staff id of who hands over.</param>
/// <param name="To">The staff id of who gets the projects; null when the assignment chooses for each project.</param>
/// <param name="Projects">The ids of the projects; default for all that are open.</param>
/// <param name="OrderedAt">When it was ordered.</param>
public sealed record HandOver(string Id, string From, string? To, ImmutableArray<string> Projects, Instant OrderedAt);
