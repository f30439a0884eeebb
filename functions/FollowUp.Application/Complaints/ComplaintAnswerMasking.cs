using System.Collections.Immutable;
using FollowUp.Application.Masking;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.ProviderFeed;

namespace FollowUp.Application.Complaints;

/// <summary>
/// Keeps the data of clients and of other providers out of answers to complaints of providers. An answer to a client passes, as the client may know who
/// the providers are. Thread-safe; it changes nothing.
/// </summary>
public sealed class ComplaintAnswerMasking(IProjectStore store, IProjectIndex index, IDirectory directory)
{
    /// <summary>How many clients a complaint that names no project is checked against.</summary>
    const int MaxProjects = 30;

    /// <summary>What stops an answer from being sent.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="text">The answer.</param>
    /// <param name="masking">What its author decided; null before they were asked.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>Null when it may be sent.</returns>
    public async ValueTask<SharedTextStop?> FindStop(Complaint complaint, string text, SharedTextMasking? masking, CancellationToken cancellation = default) =>
        masking == SharedTextMasking.Masked ? null : SharedTextStop.Find(await CreateMaskers(complaint, cancellation), text, masking);

    /// <summary>The answer as its author decided to send it, or as it leaves.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="text">The answer.</param>
    /// <param name="asWritten">Whether the common words in it are no names.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async ValueTask<string> Mask(Complaint complaint, string text, bool asWritten, CancellationToken cancellation = default) =>
        SharedTextStop.Mask(await CreateMaskers(complaint, cancellation), text, asWritten);

    async ValueTask<ImmutableArray<PersonalDataMasker>> CreateMaskers(Complaint complaint, CancellationToken cancellation)
    {
        if (complaint.FromKind != "provider")
        {
            return [];
        }

        var projects = complaint.ProjectId is { } project ? [project] : (await index.GetProjectsOfProvider(complaint.FromId, cancellation)).Take(MaxProjects);
        var clients = await Task.WhenAll(projects.Select(id => store.LoadDossier(id, cancellation).AsTask()));
        var providers = await directory.AllProviders(cancellation);
        return [.. clients.OfType<Dossier>().DefaultIfEmpty().Select(client => MaskerFactory.Create(client, providers, complaint.FromId))];
    }
}
