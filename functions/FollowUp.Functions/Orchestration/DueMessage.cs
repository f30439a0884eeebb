using System.Text.Json.Serialization;

namespace FollowUp.Functions.Orchestration;

/// <summary>
/// The input of <see cref="Activities.Deliver"/>: one outbox message that is due. The JSON names are stored in the histories of running
/// instances.
/// </summary>
/// <param name="ProjectId">The project's id.</param>
/// <param name="MessageId">Project, version and kind, as in <c>P-1.3.LightMail</c>; no personal data.</param>
public sealed record DueMessage(
    [property: JsonPropertyName("ProjectId")] string ProjectId,
    [property: JsonPropertyName("MessageId")] string MessageId);
