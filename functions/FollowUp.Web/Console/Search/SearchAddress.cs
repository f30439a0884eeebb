using System.Globalization;
using FollowUp.Application.Serialization;
using FollowUp.Web.Shared.FormInput;

namespace FollowUp.Web.Console.Search;

/// <summary>Addresses of search pages. They hold no text: a text is named by a digest (<see cref="RecentSearches"/>).</summary>
static class SearchAddress
{
    public const string Csv = ConsoleAddresses.Search + ".csv";

    /// <summary>A page of a search.</summary>
    /// <param name="searchName">The name under which <see cref="RecentSearches"/> holds the text.</param>
    /// <param name="after">The project id that the previous page ended with, where the index answers.</param>
    /// <param name="page">The number of the page, from 1, where it does not.</param>
    public static string Format(string? searchName, SearchFilter filter, string? after = null, int page = 1, string path = ConsoleAddresses.Search)
    {
        var query = FormatQuery(searchName, filter, after, page);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The restrictions and the order, without the text and the page: what a saved view keeps.</summary>
    public static string FormatView(SearchFilter filter) => FormatQuery(null, filter, null, 1);

    static string FormatQuery(string? searchName, SearchFilter filter, string? after, int page)
    {
        var parts = new[]
            {
                ("s", searchName), ("phase", filter.Phase is { } phase ? Kebab.Case(phase) : null), ("coordinator", filter.Coordinator?.Key()),
                ("reason", filter.Reason is { } reason ? Kebab.Case(reason) : null), ("provider", filter.Provider?.Id),
                ("from", filter.From is { } from ? FormMessages.DayPattern.Format(from) : null),
                ("to", filter.To is { } to ? FormMessages.DayPattern.Format(to) : null),
                ("sort", filter.Sort == ProjectSort.Number ? null : Kebab.Case(filter.Sort)), ("after", after),
                ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
            }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        return string.Join('&', parts);
    }
}
