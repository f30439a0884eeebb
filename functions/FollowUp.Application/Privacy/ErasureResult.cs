namespace FollowUp.Application.Privacy;

/// <param name="Projects">How many projects of the person there are; they keep their figures.</param>
/// <param name="Verified">The stores were searched again afterwards, and nothing of the person was found.</param>
public sealed record ErasureResult(string Client, int Projects, bool Verified);
