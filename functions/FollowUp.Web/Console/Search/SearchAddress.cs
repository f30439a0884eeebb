namespace FollowUp.Web.Console.Search;

/// <summary>The address of a list of projects.</summary>
static class SearchAddress
{
    /// <param name="search">The remembered search's name.</param>
    /// <param name="after">The project that the page before ended with.</param>
    public static string Format(string? search, string? phase, string? coordinator, string? after)
    {
        var parts = new[] { ("s", search), ("phase", phase), ("coordinator", coordinator), ("after", after) }
            .Where(p => !string.IsNullOrEmpty(p.Item2))
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? "/desk/search" : $"/desk/search?{query}";
    }
}
