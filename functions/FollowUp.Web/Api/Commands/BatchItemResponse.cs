using System.Text.Json.Serialization;

namespace FollowUp.Web.Api.Commands;

/// <summary>The answer to one command of a batch.</summary>
/// <param name="Project">The project's id, as it was sent.</param>
/// <param name="Status">The status that the command alone would have been answered with.</param>
/// <param name="Code">The code of the problem; null when the command was recorded.</param>
/// <param name="Version">The project's version after the command, or its present one; null when it is not known.</param>
/// <param name="Detail">A sentence for people, in the language of the request; absent when the command was recorded.</param>
/// <param name="Errors">Sentences by field, for bad input; absent otherwise.</param>
public sealed record BatchItemResponse(
    string? Project,
    int Status,
    string? Code,
    long? Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null);
