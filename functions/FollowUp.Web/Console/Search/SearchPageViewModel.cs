using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Projects;

namespace FollowUp.Web.Console.Search;

/// <summary>A search and what it found.</summary>
/// <param name="Rows">By project id.</param>
/// <param name="More">The address of the next page; null when this is the last.</param>
public sealed record SearchPageViewModel(
    ConsoleVisit Visit, string? Text, Phase? Phase, Staff? Coordinator, ImmutableArray<ProjectListItem> Rows, string? More)
{
    const int PageLength = 50;

    public static async Task<SearchPageViewModel> Find(
        ConsoleVisit visit, IProjectIndex index, string? text, string? name, string? phase, string? coordinator, string? after,
        CancellationToken cancellation)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        var whose = visit.Coordinators.FindByKey(coordinator);
        var wanted = PhaseNames.Parse(phase);
        var found = await index.Search(
            new ProjectSearch(text, wanted, whose?.Id, PageLength + 1, string.IsNullOrEmpty(after) ? null : after), cancellation);
        var rows = found.Length > PageLength ? found[..PageLength] : found;
        return new SearchPageViewModel(
            visit, text, wanted, whose, rows,
            found.Length > PageLength ? SearchAddress.Format(name, phase, coordinator, rows[^1].Project.Id) : null);
    }
}
