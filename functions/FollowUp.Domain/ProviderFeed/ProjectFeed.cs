using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// What a provider with a privilege subscription may read of one project (product page, "Follow-up feed"). A fact that is withheld or not
/// known is null.
/// </summary>
/// <param name="ProjectId">The project.</param>
/// <param name="UpdatedAt">When the newest fact or note of this feed happened.</param>
/// <param name="Phase">Where the project stands.</param>
/// <param name="LastContact">The client's last sign of life.</param>
/// <param name="ClientSays">The client's latest answer, in the reader's language.</param>
/// <param name="ExpectedDate">The client's deadline.</param>
/// <param name="Notes">The shared notes, oldest first.</param>
public sealed record ProjectFeed(
    string ProjectId,
    Instant UpdatedAt,
    Phase? Phase,
    Instant? LastContact,
    string? ClientSays,
    LocalDate? ExpectedDate,
    ImmutableArray<SharedNote> Notes)
{
    /// <summary>The current facts and the notes since an instant; null when nothing happened since.</summary>
    public ProjectFeed? Since(Instant since) =>
        UpdatedAt < since ? null : this with { Notes = [.. Notes.Where(n => n.At >= since)] };
}
