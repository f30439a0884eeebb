using FollowUp.Domain.Persons;
using FollowUp.Domain.Projects;

namespace FollowUp.Application.Projects;

/// <summary>A project as it is loaded from a store.</summary>
/// <param name="Project">The snapshot.</param>
/// <param name="Head">The hash of the newest timeline entry, lower-case hex.</param>
/// <param name="IdempotencyRecord">
/// The record that was asked for together with the project; null when there is none or none was asked for.
/// </param>
public sealed record StoredProject(Project Project, string Head, IdempotencyRecord? IdempotencyRecord = null)
{
    /// <summary>The client over all their projects, as it was when the project was loaded; null when there is no record of them yet.</summary>
    public Person? Person { get; init; }

    /// <summary>The signature of the newest entry (<see cref="Integrity.HeadSignature"/>); null when it was written without a key.</summary>
    public string? Signature { get; init; }

    /// <summary>
    /// Whether <see cref="Person"/> comes from a cache and may lack what another process has just written. A commit on it is refused then; a decision
    /// that finds nothing to do would miss the change.
    /// </summary>
    public bool IsPersonRecent { get; init; }
}
