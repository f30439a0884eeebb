using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

// Single values and lists of them.
static partial class Shape
{
    const int LongestList = 20;

    static object? One(JsonElement json, JsonTypeInfo type, int? maxLength, string path, Checks check)
    {
        object? value = null;
        try
        {
            value = IsName(json, ShapeOf.NamesOf(type.Type)) ? json.Deserialize(type) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Said below, in words.
        }

        if (value is null)
        {
            check.Refuse(path, ShapeWords.Expected(type.Type));
        }
        else if (value is string text && text.Length > maxLength)
        {
            check.Refuse(path, new LocalizedText($"fait {maxLength} caractères au plus", $"is {maxLength} characters long at most"));
            return null;
        }

        return value;
    }

    /// <summary>The serializer takes the names of values in any case; there is one way to write them.</summary>
    static bool IsName(JsonElement json, FrozenSet<string>? names) =>
        names is null || (json.ValueKind == JsonValueKind.String && names.Contains(json.GetString()!));

    static Array? List(JsonElement json, JsonTypeInfo type, string path, Checks check)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > LongestList)
        {
            check.Refuse(path, new LocalizedText(
                $"doit être une liste de {LongestList} éléments au plus", $"must be a list of {LongestList} items at most"));
            return null;
        }

        var item = ApiJson.Options.GetTypeInfo(type.ElementType!);
        var list = Array.CreateInstance(type.ElementType!, json.GetArrayLength());
        for (var i = 0; i < list.Length; i++)
        {
            var value = json[i].ValueKind == JsonValueKind.Null ? null : Value(json[i], item, null, $"{path}[{i}]", check);
            if (value is not null)
            {
                list.SetValue(value, i);
            }
            else
            {
                check.Required($"{path}[{i}]", null);
            }
        }

        return list;
    }
}
