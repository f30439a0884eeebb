using FollowUp.Application.Ports;

namespace FollowUp.Web.Console.Search;

/// <summary>Finds the projects of a search page.</summary>
sealed class SearchPageQuery(IProjectIndex index, SalesSearch sales)
{
    const int PageLength = 50;

    /// <param name="text">The text to find; null or blank for all projects.</param>
    /// <param name="searchName">The name under which <see cref="RecentSearches"/> holds the text; the next page's address carries it.</param>
    /// <param name="phaseName">A phase in kebab-case; null, empty and unknown ones mean all.</param>
    /// <param name="coordinatorKey">From <see cref="StaffKeys"/>; null, empty and unknown ones mean all.</param>
    /// <param name="after">The project id that the previous page ended with.</param>
    public async Task<SearchPageViewModel> Find(
        ConsoleVisit visit, string? text, string? searchName, string? phaseName, string? coordinatorKey, string? after, CancellationToken cancellation)
    {
        text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        var coordinator = visit.Coordinators.FindByKey(coordinatorKey);
        var phase = PhaseNames.Parse(phaseName);

        // One row more than the page shows tells whether there is a next page.
        var search = new ProjectSearch(text, phase, coordinator?.Id, PageLength + 1, string.IsNullOrEmpty(after) ? null : after);
        var found = visit.IsSales ? await sales.Find(search, cancellation) : await index.Search(search, cancellation);
        var rows = found.Length > PageLength ? found[..PageLength] : found;
        return new SearchPageViewModel
        {
            Visit = visit,
            Text = text,
            Phase = phase,
            Coordinator = coordinator,
            Rows = rows,
            NextPage = found.Length > PageLength ? SearchAddress.Format(searchName, phaseName, coordinatorKey, rows[^1].Project.Id) : null,
        };
    }
}
