using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Requests;

// Single values and lists of them.
static partial class JsonRequestReader
{
    const int MaxListLength = 20;

    static object? ReadSingleValue(JsonElement json, JsonTypeInfo type, int? maxLength, string path, InputValidator check)
    {
        object? value = null;
        try
        {
            value = IsAllowedName(json, RequestSchema.GetEnumNames(type.Type)) ? json.Deserialize(type) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            // Said below, in words.
        }

        if (value is null)
        {
            check.AddError(path, ExpectedValueText.ForType(type.Type));
        }
        else if (value is string text && text.Length > maxLength)
        {
            check.AddError(path, new LocalizedText($"fait {maxLength} caractères au plus", $"is {maxLength} characters long at most"));
            return null;
        }

        return value;
    }

    /// <summary>The serializer takes the names of values in any case; there is one way to write them.</summary>
    static bool IsAllowedName(JsonElement json, FrozenSet<string>? names) =>
        names is null || (json.ValueKind == JsonValueKind.String && names.Contains(json.GetString()!));

    static Array? ReadList(JsonElement json, JsonTypeInfo type, string path, InputValidator check)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MaxListLength)
        {
            check.AddError(path, new LocalizedText(
                $"doit être une liste de {MaxListLength} éléments au plus", $"must be a list of {MaxListLength} items at most"));
            return null;
        }

        var item = ApiJsonOptions.Options.GetTypeInfo(type.ElementType!);
        var list = Array.CreateInstance(type.ElementType!, json.GetArrayLength());
        for (var i = 0; i < list.Length; i++)
        {
            var value = json[i].ValueKind == JsonValueKind.Null ? null : ReadValue(json[i], item, null, $"{path}[{i}]", check);
            if (value is not null)
            {
                list.SetValue(value, i);
            }
            else
            {
                check.Require($"{path}[{i}]", null);
            }
        }

        return list;
    }
}
