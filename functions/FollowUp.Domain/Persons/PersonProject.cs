using NodaTime;

namespace FollowUp.Domain.Persons;

/// <summary>A project of a person.</summary>
/// <param name="Id">The project's id.</param>
/// <param name="Generation">The project's generation: each has a run of its own.</param>
/// <param name="IsOpen">Whether it is neither won nor dead.</param>
/// <param name="Seq">The newest timeline entry that the person's record took from it.</param>
/// <param name="Claim">
/// Which attempt of a commit wrote it, where person and project are not written together; null where they are. A commit that is lost withdraws what
/// it claimed only while the record names it.
/// </param>
public sealed record PersonProject(string Id, int Generation, bool IsOpen, long Seq, string? Claim = null)
{
    /// <summary>When it was posted; null in records of versions that did not keep it.</summary>
    public Instant? PostedAt { get; init; }
}
