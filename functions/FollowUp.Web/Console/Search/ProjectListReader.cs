using System.Runtime.CompilerServices;
using FollowUp.Application.People;
using FollowUp.Application.Ports;
using FollowUp.Domain.Calendars;
using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Search;

/// <summary>
/// Reads, filters and sorts the projects of a search that the index alone does not answer. A search for words finds the projects of a provider
/// with such a name too. Sales find projects by number, title and provider, and by nothing of the client.
/// </summary>
sealed class ProjectListReader(IProjectIndex index, IProjectStore store, WorkingCalendar calendar)
{
    /// <summary>Bounds the time of a list.</summary>
    public const int MaxProjects = 20_000;

    const int PageSize = 500;
    const int MaxProvidersByName = 5;

    /// <summary>The providers whose id or name has every word of the text, a few at most.</summary>
    public static ProviderProfile[] FindProviders(string? text, IReadOnlyCollection<ProviderProfile> providers)
    {
        var words = SplitWords(text);
        return words.Length == 0 ? [] : [.. providers.Where(p => ContainsAll($"{p.Id}\n{p.Name}", words)).Take(MaxProvidersByName)];
    }

    /// <summary>The first projects that match, in order, of <see cref="MaxProjects"/> at most.</summary>
    /// <param name="text">The words searched for; null for all projects.</param>
    /// <param name="filter">The restrictions and the order.</param>
    /// <param name="providers">Every known provider.</param>
    /// <param name="byTitleAlone">Whether the words are looked for in numbers, titles and names of providers alone.</param>
    /// <param name="capacity">How many rows are kept in memory.</param>
    /// <param name="cancellation">Cancels the read.</param>
    public async Task<SortedRows> Read(
        string? text, SearchFilter filter, IReadOnlyCollection<ProviderProfile> providers, bool byTitleAlone, int capacity, CancellationToken cancellation)
    {
        var found = new SortedRows(filter.Sort, capacity);
        var words = SplitWords(text);
        await foreach (var row in ReadCandidates(text, filter, cancellation))
        {
            if (Includes(filter, row) && (!byTitleAlone || ContainsAll($"{row.Project.Id}\n{row.Title}", words)))
            {
                found.Add(row);
            }

            if (found.Count >= MaxProjects)
            {
                break;
            }
        }

        foreach (var provider in filter.Provider is null ? FindProviders(text, providers) : [])
        {
            await foreach (var row in LoadItems(await index.GetProjectsOfProvider(provider.Id, cancellation), cancellation))
            {
                if (Includes(filter, row))
                {
                    found.Add(row);
                }
            }
        }

        return found;
    }

    async IAsyncEnumerable<ProjectListItem> ReadCandidates(
        string? text, SearchFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (filter.Provider is { } provider && string.IsNullOrEmpty(text))
        {
            await foreach (var row in LoadItems(await index.GetProjectsOfProvider(provider.Id, cancellation), cancellation))
            {
                yield return row;
            }

            yield break;
        }

        var phase = filter.Reason is null ? filter.Phase : Domain.Projects.Phase.Dead;
        await foreach (var row in index.SearchAll(new ProjectSearch(text, phase, filter.Coordinator?.Id, PageSize), cancellation))
        {
            yield return row;
        }
    }

    async IAsyncEnumerable<ProjectListItem> LoadItems(IEnumerable<string> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var chunk in ids.Take(MaxProjects).Chunk(50))
        {
            var loaded = await Task.WhenAll(chunk.Select(async id => (Stored: await store.Load(id, cancellation), Dossier: await store.LoadDossier(id, cancellation))));
            foreach (var (stored, dossier) in loaded)
            {
                if (stored is not null)
                {
                    yield return new ProjectListItem(stored.Project, dossier?.Title, dossier?.Name, dossier?.Company, dossier?.Phone);
                }
            }
        }
    }

    bool Includes(SearchFilter filter, ProjectListItem row)
    {
        var submitted = calendar.DateOf(row.Project.SubmittedAt);
        return (filter.Phase is null || row.Project.Phase == filter.Phase)
            && (filter.Coordinator is null || row.Project.Coordinator == filter.Coordinator.Id)
            && (filter.Reason is null || row.Project.Outcome?.Reason == filter.Reason)
            && (filter.Provider is null || row.Project.Outcome?.Provider == filter.Provider.Id || row.Project.Providers.Any(p => p.Provider == filter.Provider.Id))
            && (filter.From is null || submitted >= filter.From) && (filter.To is null || submitted <= filter.To);
    }

    static string[] SplitWords(string? text) => Normalize(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    static bool ContainsAll(string text, string[] words)
    {
        var normalized = Normalize(text);
        return Array.TrueForAll(words, word => normalized.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>As the index compares: without what people write within a word or leave out.</summary>
    static string Normalize(string text) =>
        TextFold.Fold(text).Replace("'", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
