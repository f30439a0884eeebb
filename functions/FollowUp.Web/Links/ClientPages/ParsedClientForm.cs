using FollowUp.Domain.Projects.Commands;

namespace FollowUp.Web.Links.ClientPages;

/// <summary>A valid form of a client.</summary>
/// <param name="Command">The command that records it.</param>
/// <param name="Phone">The corrected phone number, E.164; null to leave it as it is.</param>
/// <param name="Digest">The answer as text; the same answer sent again has the same digest.</param>
sealed record ParsedClientForm(Command Command, string? Phone, string Digest);
