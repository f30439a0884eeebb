using System.Collections.Immutable;

namespace FollowUp.Application.Privacy;

/// <summary>The outcome of an erasure. It is part of the API.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Projects">How many projects the person has; their figures stay.</param>
/// <param name="Verified">A search after the erasure found nothing of the person.</param>
public sealed record ErasureResult(string Client, int Projects, bool Verified)
{
    /// <summary>Where was searched after the erasure, and what was found.</summary>
    public ImmutableArray<ErasureCheck> Checks { get; init; } = [];

    /// <summary>How many complaints of others named the person, and are masked now.</summary>
    public int MaskedComplaints { get; init; }
}
