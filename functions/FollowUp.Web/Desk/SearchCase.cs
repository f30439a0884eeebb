using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Web;

/// <summary>A search and what it found.</summary>
/// <param name="Rows">By project id.</param>
/// <param name="More">The address of the next page; null when this is the last.</param>
public sealed record SearchCase(
    DeskVisit Visit, string? Text, Phase? Phase, Staff? Coordinator, ImmutableArray<ProjectListItem> Rows, string? More)
{
    const int PageLength = 50;

    public static async Task<SearchCase> Find(
        DeskVisit visit, IProjectIndex index, string? text, string? name, string? phase, string? coordinator, string? after,
        CancellationToken cancellation)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        var whose = visit.Coordinators.ByKey(coordinator);
        var wanted = Phases.Named(phase);
        var found = await index.Search(
            new ProjectSearch(text, wanted, whose?.Id, PageLength + 1, string.IsNullOrEmpty(after) ? null : after), cancellation);
        var rows = found.Length > PageLength ? found[..PageLength] : found;
        return new SearchCase(
            visit, text, wanted, whose, rows,
            found.Length > PageLength ? SearchAddress.Of(name, phase, coordinator, rows[^1].Project.Id) : null);
    }
}
