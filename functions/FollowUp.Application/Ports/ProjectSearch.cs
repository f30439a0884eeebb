using FollowUp.Domain.Projects;

namespace FollowUp.Application.Ports;

/// <summary>A query for one page of projects.</summary>
/// <param name="Text">Words that must all be found; null or empty for all projects.</param>
/// <param name="Phase">Only projects in this phase; null for all.</param>
/// <param name="Coordinator">Only projects of this coordinator; null for all.</param>
/// <param name="Limit">The size of the page.</param>
/// <param name="After">The last project id of the page before; null for the first page.</param>
public sealed record ProjectSearch(string? Text = null, Phase? Phase = null, string? Coordinator = null, int Limit = 50, string? After = null);
