using System.Collections.Immutable;
using FollowUp.Domain.Projects;
using NodaTime;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// What the follow-up learned of one project, as a provider with a privilege subscription may read it (product page, "Follow-up
/// feed"). A fact that the coordinator withholds is null, as is one that is not known.
/// </summary>
/// <param name="UpdatedAt">When the newest of what is told here happened.</param>
/// <param name="LastContact">The last time that the client gave a sign of life.</param>
/// <param name="ClientSays">In words, in the reader's language.</param>
/// <param name="ExpectedDate">The client's deadline.</param>
/// <param name="Notes">The shared ones, oldest first.</param>
public sealed record ProjectFeed(
    string ProjectId,
    Instant UpdatedAt,
    Phase? Phase,
    Instant? LastContact,
    string? ClientSays,
    LocalDate? ExpectedDate,
    ImmutableArray<SharedNote> Notes)
{
    /// <summary>What is new: the facts as they stand, and the notes from then on. Null when nothing is.</summary>
    public ProjectFeed? Since(Instant since) =>
        UpdatedAt < since ? null : this with { Notes = [.. Notes.Where(n => n.At >= since)] };
}

/// <summary>A note that a coordinator wrote for providers.</summary>
public sealed record SharedNote(Instant At, string Text);
