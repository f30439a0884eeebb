namespace FollowUp.Web.Console.Search;

/// <summary>Addresses of search pages.</summary>
static class SearchAddress
{
    /// <param name="searchName">The name under which <see cref="RecentSearches"/> holds the text.</param>
    /// <param name="after">The project id that the previous page ended with.</param>
    public static string Format(string? searchName, string? phase, string? coordinator, string? after)
    {
        var parts = new[] { ("s", searchName), ("phase", phase), ("coordinator", coordinator), ("after", after) }
            .Where(p => !string.IsNullOrEmpty(p.Item2))
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? ConsoleAddresses.Search : $"{ConsoleAddresses.Search}?{query}";
    }
}
