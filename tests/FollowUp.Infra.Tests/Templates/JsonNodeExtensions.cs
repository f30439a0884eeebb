using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Infra.Tests.Templates;

/// <summary>Every text of a JSON document, however deep.</summary>
static class JsonNodeExtensions
{
    public static IEnumerable<string> AllTexts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => AllTexts(p.Value)),
        JsonArray a => a.SelectMany(AllTexts),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
        _ => [],
    };

    /// <summary>Every object, however deep, with the names that lead to it.</summary>
    public static IEnumerable<(string Path, JsonObject Object)> AllObjects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => AllObjects(p.Value)).Prepend((o.GetPath(), o)),
        JsonArray a => a.SelectMany(AllObjects),
        _ => [],
    };

    public static string GetText(this JsonNode node, params string[] path) => Find(node, path)?.ToString() ?? "";

    public static bool? GetFlag(this JsonNode node, params string[] path) => Find(node, path)?.GetValue<bool>();

    static JsonNode? Find(JsonNode node, string[] path) => path.Aggregate((JsonNode?)node, (n, name) => n?[name]);
}
