using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Application.Projects;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Json;

/// <summary>How the answer of a request that changed nothing is stored. A refusal is stored with its sentences: codes may change later.</summary>
public static class UnchangedAnswerJson
{
    static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string? Write(UnchangedAnswer? answer) => answer is null
        ? null
        : JsonSerializer.Serialize(
            new Stored(
                answer.Refusal?.Code, answer.Refusal is { Kind: RefusalKind.Forbidden } ? true : null, answer.Refusal?.Sentence.French,
                answer.Refusal?.Sentence.English),
            Options);

    /// <exception cref="JsonException">It is no answer that was stored.</exception>
    public static UnchangedAnswer? Read(string? json)
    {
        if (json is null)
        {
            return null;
        }

        var stored = JsonSerializer.Deserialize<Stored>(json, Options) ?? throw new JsonException("An answer is missing.");
        return new UnchangedAnswer(stored.Code is { } code
            ? new Refusal(
                code, stored.Forbidden is true ? RefusalKind.Forbidden : RefusalKind.Conflict,
                new LocalizedText(stored.French ?? "", stored.English ?? ""))
            : null);
    }

    sealed record Stored(
        [property: JsonPropertyName("code")] string? Code,
        [property: JsonPropertyName("forbidden")] bool? Forbidden,
        [property: JsonPropertyName("fr")] string? French,
        [property: JsonPropertyName("en")] string? English);
}
