using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Web.Api.Responses;

/// <summary>The pages of a list: <see cref="PageSize"/> items each. The <c>Link</c> header of a page names the next one (<c>rel="next"</c>).</summary>
static class NextPageLink
{
    public const int PageSize = 50;

    /// <summary>The name of the parameter that holds the key of the last item of the page before.</summary>
    public const string Parameter = "after";

    /// <summary>The items of the page after a key. Sets the header when more follow.</summary>
    /// <param name="items">All items.</param>
    /// <param name="key">A key whose ordinal order is the order of the list.</param>
    /// <param name="after">Null for the first page. A key that no item has is as good as any other.</param>
    public static T[] TakePage<T>(HttpContext http, IEnumerable<T> items, Func<T, string> key, string? after)
    {
        var rest = items.OrderBy(key, StringComparer.Ordinal).SkipWhile(item => after is not null && string.CompareOrdinal(key(item), after) <= 0)
            .Take(PageSize + 1).ToArray();
        return [.. CutPage(http, rest, key, PageSize)];
    }

    /// <summary>The first items. Sets the header when more follow.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rest">The items that follow the page before: one more than a page where there are as many.</param>
    /// <param name="key">The key of an item, by which the next page begins after it.</param>
    /// <param name="size">The items of a page.</param>
    public static IEnumerable<T> CutPage<T>(HttpContext http, IReadOnlyList<T> rest, Func<T, string> key, int size)
    {
        if (rest.Count <= size)
        {
            return rest;
        }

        var query = new QueryBuilder(http.Request.Query.Where(parameter => parameter.Key != Parameter)) { { Parameter, key(rest[size - 1]) } };
        http.Response.Headers[HeaderNames.Link] = $"<{http.Request.Path.ToUriComponent()}{query}>; rel=\"next\"";
        return rest.Take(size);
    }
}
