using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// The search of sales, who see no client: it finds ids, titles and providers alone. A word of a client's name, company, address or number finds nothing, so that
/// the list does not tell whether there is such a client.
/// </summary>
sealed class SalesSearch(IProjectIndex index, IProjectStore store, IDirectory directory)
{
    const int BatchSize = 200;

    /// <summary>How many projects that the index finds are looked at; words that so many clients share find titles by their own words too.</summary>
    const int MaxCandidates = 4_000;

    const int MaxProviders = 10;

    /// <returns>As <see cref="IProjectIndex.Search"/>, without a client's details.</returns>
    public async Task<ImmutableArray<ProjectListItem>> Find(ProjectSearch query, CancellationToken cancellation)
    {
        string[] words = [.. Normalize(query.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (words.Length == 0)
        {
            return [.. (await index.Search(query, cancellation)).Select(WithoutClient)];
        }

        var found = new SortedDictionary<string, ProjectListItem>(StringComparer.Ordinal);
        await AddByTitle(query, words, found, cancellation);
        await AddByProvider(query, words, found, cancellation);
        return [.. found.Values.Take(query.Limit)];
    }

    async Task AddByTitle(ProjectSearch query, string[] words, SortedDictionary<string, ProjectListItem> found, CancellationToken cancellation)
    {
        var after = query.After;
        for (var candidates = 0; found.Count < query.Limit && candidates < MaxCandidates;)
        {
            var batch = await index.Search(query with { Limit = BatchSize, After = after }, cancellation);
            foreach (var item in batch.Where(item => Matches($"{item.Project.Id}\n{item.Title}", words)))
            {
                found[item.Project.Id] = WithoutClient(item);
            }

            if (batch.Length < BatchSize)
            {
                return;
            }

            candidates += batch.Length;
            after = batch[^1].Project.Id;
        }
    }

    async Task AddByProvider(ProjectSearch query, string[] words, SortedDictionary<string, ProjectListItem> found, CancellationToken cancellation)
    {
        var providers = (await directory.AllProviders(cancellation)).Where(p => Matches($"{p.Id}\n{p.Name}", words)).Take(MaxProviders);
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var provider in providers)
        {
            ids.UnionWith(await index.GetProjectsOfProvider(provider.Id, cancellation));
        }

        var added = 0;
        foreach (var id in ids.Where(id => query.After is null || string.CompareOrdinal(id, query.After) > 0))
        {
            if (added == query.Limit)
            {
                return;
            }

            if (!found.ContainsKey(id) && await store.Load(id, cancellation) is { Project: var project }
                && (query.Phase is null || project.Phase == query.Phase) && (query.Coordinator is null || project.Coordinator == query.Coordinator))
            {
                found[id] = new ProjectListItem(project, (await store.LoadDossier(id, cancellation))?.Title, null, null, null);
                added++;
            }
        }
    }

    static bool Matches(string text, string[] words)
    {
        var normalized = Normalize(text);
        return Array.TrueForAll(words, word => normalized.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>As the index compares: without what people write within a word or leave out.</summary>
    static string Normalize(string text) =>
        TextFold.Fold(text).Replace("'", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    static ProjectListItem WithoutClient(ProjectListItem item) => item with { ClientName = null, Company = null, Phone = null };
}
