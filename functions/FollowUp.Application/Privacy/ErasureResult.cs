namespace FollowUp.Application.Privacy;

/// <summary>The outcome of an erasure. It is part of the API.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Projects">How many projects the person has; their figures stay.</param>
/// <param name="Verified">A search after the erasure found nothing of the person.</param>
public sealed record ErasureResult(string Client, int Projects, bool Verified);
