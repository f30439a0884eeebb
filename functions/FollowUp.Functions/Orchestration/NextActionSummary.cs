using System.Text.Json.Serialization;

namespace FollowUp.Functions.Orchestration;

/// <summary>The next action of a project, without the person that it concerns. The JSON names are stored in the histories of running instances.</summary>
/// <param name="Kind">In kebab-case, as in <c>light-mail</c>.</param>
/// <param name="DueAt">In UTC.</param>
public sealed record NextActionSummary(
    [property: JsonPropertyName("Kind")] string Kind,
    [property: JsonPropertyName("DueAt")] DateTime DueAt);
