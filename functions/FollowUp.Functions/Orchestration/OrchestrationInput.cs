using System.Globalization;
using System.Text.Json.Serialization;

namespace FollowUp.Functions.Orchestration;

/// <summary>What an orchestration is started with: which life of which project. Nothing of the person.</summary>
public sealed record OrchestrationInput(string Id, int Generation)
{
    [JsonIgnore]
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"{Id}-g{Generation}");
}

/// <summary>One message that is owed now.</summary>
/// <param name="MessageId">Project, version, kind: no personal data.</param>
public sealed record DueMessage(string ProjectId, string MessageId);
