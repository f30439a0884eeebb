namespace FollowUp.Web.Api.Clients;

/// <summary>What a change of a client's details led to.</summary>
/// <param name="Client">The website's id of the client.</param>
/// <param name="Projects">The client's projects, those of an erased person left out.</param>
public sealed record ClientChangeResponse(string Client, IReadOnlyList<ChangedProjectResponse> Projects);

/// <param name="Version">The project's version now.</param>
/// <param name="Changed">Whether anything changed on it.</param>
public sealed record ChangedProjectResponse(string Id, long Version, bool Changed);
