using System.Text.Json.Serialization;
using FollowUp.Application.Serialization;

namespace FollowUp.Functions.Orchestration;

/// <summary>The custom status of an instance, which operators see. Its JSON has the property names of the API.</summary>
/// <param name="Phase">In kebab-case.</param>
/// <param name="NextAction">Null when no action is planned.</param>
public sealed record OrchestrationStatus(
    [property: JsonPropertyName("phase")] string Phase, [property: JsonPropertyName("nextAction")] OrchestrationStatus.Action? NextAction)
{
    public static OrchestrationStatus From(OrchestrationState state) =>
        new(Kebab.Case(state.Phase), state.Next is { } next ? new Action(next.Kind, next.DueAt) : null);

    /// <summary>The content of a <see cref="NextActionSummary"/>, whose own JSON names are those of the stored histories.</summary>
    /// <param name="Kind">In kebab-case.</param>
    /// <param name="DueAt">In UTC.</param>
    public sealed record Action(
        [property: JsonPropertyName("kind")] string Kind, [property: JsonPropertyName("dueAt")] DateTime DueAt);
}
