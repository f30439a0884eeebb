using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Application.Duplicates;

/// <summary>
/// Finds projects of the same client with a similar title, posted within thirty days of each other, for whoever validates one of them. It changes nothing, and
/// nothing follows from it by itself.
/// </summary>
public sealed class NearDuplicateQuery(IProjectIndex index, IProjectStore store)
{
    /// <summary>How far apart two projects may be posted.</summary>
    public static readonly Duration MaxDistance = Duration.FromDays(30);

    const int MaxFound = 30;

    /// <summary>A search looks through all projects. On a large table store it is given up then, and the other projects of the client's id are all that is looked at.</summary>
    static readonly TimeSpan SearchTime = TimeSpan.FromSeconds(1);

    /// <summary>The projects that one resembles, the newest first.</summary>
    /// <param name="project">The project.</param>
    /// <param name="dossier">Its personal data; null once they are erased.</param>
    /// <param name="searchTime">How long a search may take; null for a second.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>Empty unless the project awaits validation.</returns>
    public async Task<ImmutableArray<NearDuplicate>> Find(Project project, Dossier? dossier, TimeSpan? searchTime = null, CancellationToken cancellation = default)
    {
        if (project.Phase != Phase.AwaitingValidation || dossier is null)
        {
            return [];
        }

        var ids = (await index.GetProjectsOfClient(project.ClientId, cancellation)).ToHashSet(StringComparer.Ordinal);
        ids.UnionWith(await Search(dossier, searchTime ?? SearchTime, cancellation));
        ids.Remove(project.Id);
        var found = new List<NearDuplicate>();
        foreach (var id in ids)
        {
            if (await store.Load(id, cancellation) is { Project: { Erased: false } other }
                && (other.SubmittedAt - project.SubmittedAt) is var distance && distance <= MaxDistance && -distance <= MaxDistance
                && await store.LoadDossier(id, cancellation) is { } others
                && FindMatch(dossier, others) is { } match && TitleSimilarity.AreSimilar(dossier.Title, others.Title))
            {
                found.Add(new NearDuplicate(other, others, match));
            }
        }

        return [.. found.OrderByDescending(duplicate => duplicate.Project.SubmittedAt)];
    }

    async Task<IEnumerable<string>> Search(Dossier dossier, TimeSpan searchTime, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(searchTime);
        var found = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var text in new[] { dossier.Phone, dossier.Email, dossier.Town is null ? null : dossier.Name }.OfType<string>().Where(text => text.Length > 0))
            {
                found.UnionWith((await index.Search(new ProjectSearch(text, Limit: MaxFound), limit.Token)).Select(item => item.Project.Id));
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What was found until then is shown.
        }

        return found;
    }

    static ClientMatch? FindMatch(Dossier one, Dossier other)
    {
        if (one.ClientId == other.ClientId)
        {
            return ClientMatch.Client;
        }

        if (one.Phone is not null && one.Phone == other.Phone)
        {
            return ClientMatch.Phone;
        }

        if (MailAddress.AreSame(one.Email, other.Email))
        {
            return ClientMatch.Email;
        }

        return TextFold.AreSame(one.Name, other.Name) && TextFold.AreSame(one.Town, other.Town) ? ClientMatch.NameAndTown : null;
    }
}
