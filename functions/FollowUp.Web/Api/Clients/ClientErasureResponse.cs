namespace FollowUp.Web.Api.Clients;

/// <summary>The answer to an erasure; a repeat gets the same.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Projects">How many projects the client has.</param>
/// <param name="Verified">Whether nothing of the person was found afterwards.</param>
public sealed record ClientErasureResponse(string Client, int Projects, bool Verified);
