using System.Text.Json;
using System.Text.Json.Nodes;

namespace FollowUp.Infra.Tests;

/// <summary>Every text of a JSON document, however deep.</summary>
static class JsonWalk
{
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => [v.GetValue<string>()],
        _ => [],
    };

    /// <summary>Every object, however deep, with the names that lead to it.</summary>
    public static IEnumerable<(string Path, JsonObject Object)> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend((o.GetPath(), o)),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    public static string Text(this JsonNode node, params string[] path) => Find(node, path)?.ToString() ?? "";

    public static bool? Flag(this JsonNode node, params string[] path) => Find(node, path)?.GetValue<bool>();

    static JsonNode? Find(JsonNode node, string[] path) => path.Aggregate((JsonNode?)node, (n, name) => n?[name]);
}
