using System.Text.Json.Serialization;

namespace FollowUp.Functions.Trials;

/// <summary>The input of <see cref="TrialActivities.SimulateYear"/>. The JSON names are stored in the histories of running instances.</summary>
/// <param name="TrialId">The id of the trial.</param>
/// <param name="Number">The number of the year, from 1.</param>
public sealed record TrialYear([property: JsonPropertyName("TrialId")] string TrialId, [property: JsonPropertyName("Number")] int Number);
