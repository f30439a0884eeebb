using System.Runtime.CompilerServices;

namespace FollowUp.Application.Ports;

/// <summary>Searches over all pages of the index.</summary>
public static class ProjectIndexExtensions
{
    /// <summary>
    /// All projects that match a query, ordered by id, one page of <see cref="ProjectSearch.Limit"/> at a time. Projects that change during the
    /// reading may be read in their old or their new state.
    /// </summary>
    public static async IAsyncEnumerable<ProjectListItem> SearchAll(
        this IProjectIndex index, ProjectSearch query, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (true)
        {
            var page = await index.Search(query, cancellation);
            foreach (var item in page)
            {
                yield return item;
            }

            if (page.Length < query.Limit)
            {
                yield break;
            }

            query = query with { After = page[^1].Project.Id };
        }
    }
}
