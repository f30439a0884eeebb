using System.Text.Json.Serialization;
using FollowUp.Domain.Projects.Commands;
using NodaTime;

namespace FollowUp.Domain.Projects;

/// <summary>A provider's question that the coordinator in charge has not answered yet.</summary>
/// <param name="Id">The id of the question.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="AskedAt">When it was asked.</param>
/// <param name="DueAt">When the answer is due.</param>
public sealed record OpenQuestion(string Id, string Provider, Instant AskedAt, Instant DueAt)
{
    /// <summary>Whether a staff member handed the provider over, and it did not ask itself.</summary>
    [JsonIgnore]
    public bool IsHandOver => Id.StartsWith(HandOverProvider.IdPrefix, StringComparison.Ordinal);
}
