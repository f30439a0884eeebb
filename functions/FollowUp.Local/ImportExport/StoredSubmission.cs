using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;

namespace FollowUp.Local.ImportExport;

/// <summary>What a store holds of a submission.</summary>
/// <param name="Project">The project as it is now.</param>
/// <param name="Dossier">The personal data.</param>
/// <param name="Consent">The consent to be called as it came with the submission; null without one, and in timelines of versions that did not store it.</param>
sealed record StoredSubmission(Project Project, Dossier Dossier, GivenConsent? Consent)
{
    /// <summary>Reads the consent of a project from the first entry of its timeline.</summary>
    /// <returns>Null without personal data: the person is erased.</returns>
    public static async Task<StoredSubmission?> Load(IProjectStore store, Project project, Dossier? dossier, CancellationToken cancellation)
    {
        if (dossier is null)
        {
            return null;
        }

        var entries = dossier.ConsentToCall is null ? [] : await store.LoadEntries(project.Id, 1, 1, cancellation);
        var consent = entries is [var first] ? (TimelineJson.Read(first.Json).Event as ProjectSubmitted)?.Consent : null;
        return new StoredSubmission(project, dossier, consent);
    }
}
