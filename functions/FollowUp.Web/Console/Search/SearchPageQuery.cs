using System.Collections.Immutable;
using FollowUp.Application.People;
using FollowUp.Application.Ports;

namespace FollowUp.Web.Console.Search;

/// <summary>Finds the projects of a search page.</summary>
sealed class SearchPageQuery(IProjectIndex index, ProjectListReader lists, SavedViews views)
{
    const int PageLength = 50;

    /// <param name="text">The text to find; null or blank for all projects.</param>
    /// <param name="searchName">The name under which <see cref="RecentSearches"/> holds the text; the next page's address carries it.</param>
    /// <param name="filter">The restrictions and the order.</param>
    /// <param name="providers">Every known provider.</param>
    /// <param name="after">The project id that the previous page ended with, where the index answers.</param>
    /// <param name="page">The number of the page, from 1, where it does not.</param>
    public async Task<SearchPageViewModel> Find(
        ConsoleVisit visit, string? text, string? searchName, SearchFilter filter, ImmutableArray<ProviderProfile> providers, string? after, int page,
        CancellationToken cancellation)
    {
        text = Normalize(text);
        var model = new SearchPageViewModel
        {
            Visit = visit,
            Text = text,
            SearchName = searchName,
            Filter = filter,
            Providers = providers,
            Views = await views.Load(visit.Staff, cancellation),
            Rows = [],
            NextPage = null,
        };
        if (IsIndexed(visit, text, filter, providers))
        {
            // One row more than the page shows tells whether there is a next page.
            var found = await index.Search(
                new ProjectSearch(text, filter.Phase, filter.Coordinator?.Id, PageLength + 1, string.IsNullOrEmpty(after) ? null : after), cancellation);
            var rows = found.Length > PageLength ? found[..PageLength] : found;
            return model with
            {
                Rows = rows,
                NextPage = found.Length > PageLength ? SearchAddress.Format(searchName, filter, rows[^1].Project.Id) : null,
            };
        }

        var all = await lists.Read(text, filter, providers, visit.IsSales, page * PageLength, cancellation);
        return model with
        {
            Rows = [.. all.Rows.Skip((page - 1) * PageLength)],
            Count = all.Count,
            NextPage = all.Count > page * PageLength ? SearchAddress.Format(searchName, filter, page: page + 1) : null,
            PreviousPage = page > 1 ? SearchAddress.Format(searchName, filter, page: page - 1) : null,
        };
    }

    /// <summary>All projects of a search, for an export.</summary>
    public Task<SortedRows> FindAll(
        ConsoleVisit visit, string? text, SearchFilter filter, IReadOnlyCollection<ProviderProfile> providers, CancellationToken cancellation) =>
        lists.Read(Normalize(text), filter, providers, visit.IsSales, ProjectListReader.MaxProjects, cancellation);

    static bool IsIndexed(ConsoleVisit visit, string? text, SearchFilter filter, IReadOnlyCollection<ProviderProfile> providers) =>
        filter.IsIndexed && (text is null || (!visit.IsSales && ProjectListReader.FindProviders(text, providers).Length == 0));

    static string? Normalize(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
