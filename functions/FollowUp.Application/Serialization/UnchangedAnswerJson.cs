using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Serialization;

/// <summary>The stored JSON of <see cref="UnchangedAnswer"/>. A refusal is stored with its sentences, as a later version may word them differently.</summary>
public static class UnchangedAnswerJson
{
    static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Serializes an answer; null for null.</summary>
    public static string? Write(UnchangedAnswer? answer) => answer is null
        ? null
        : JsonSerializer.Serialize(
            new Stored(
                answer.Refusal?.Code, answer.Refusal is { Kind: RefusalKind.Forbidden } ? true : null, answer.Refusal is { Kind: RefusalKind.TooMany } ? true : null, answer.Refusal?.Sentence.French,
                answer.Refusal?.Sentence.English),
            Options);

    /// <summary>Reads an answer; null for null.</summary>
    /// <exception cref="JsonException">The JSON is no stored answer.</exception>
    public static UnchangedAnswer? Read(string? json)
    {
        if (json is null)
        {
            return null;
        }

        var stored = JsonSerializer.Deserialize<Stored>(json, Options) ?? throw new JsonException("A stored answer is never null.");
        return new UnchangedAnswer(stored.Code is { } code
            ? new Refusal(
                code, stored.Forbidden is true ? RefusalKind.Forbidden : stored.TooMany is true ? RefusalKind.TooMany : RefusalKind.Conflict,
                new LocalizedText(stored.French ?? "", stored.English ?? ""))
            : null);
    }

    sealed record Stored(
        [property: JsonPropertyName("code")] string? Code,
        [property: JsonPropertyName("forbidden")] bool? Forbidden,
        [property: JsonPropertyName("tooMany")] bool? TooMany,
        [property: JsonPropertyName("fr")] string? French,
        [property: JsonPropertyName("en")] string? English);
}
