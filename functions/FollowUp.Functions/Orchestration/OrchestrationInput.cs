using System.Globalization;
using System.Text.Json.Serialization;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// The input of an orchestration: one generation of one project, without personal data. The JSON names are stored in the histories of running
/// instances.
/// </summary>
public sealed record OrchestrationInput(
    [property: JsonPropertyName("Id")] string Id,
    [property: JsonPropertyName("Generation")] int Generation)
{
    /// <summary>The instance's id, as in <c>P-1001-g2</c>.</summary>
    [JsonIgnore]
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"{Id}-g{Generation}");
}
