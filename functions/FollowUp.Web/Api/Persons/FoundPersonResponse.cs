using NodaTime;

namespace FollowUp.Web.Api.Persons;

/// <summary>A client who was found.</summary>
/// <param name="Client">The website's id of the client.</param>
/// <param name="Name">Name and company; null once erased.</param>
/// <param name="LastSignOfLife">The newest contact that came from them.</param>
public sealed record FoundPersonResponse(string Client, string? Name, string? Email, string? Phone, int Projects, Instant LastSignOfLife);
