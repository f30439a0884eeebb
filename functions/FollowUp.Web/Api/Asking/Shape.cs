using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Domain.Text;

namespace FollowUp.Web;

/// <summary>
/// Reads JSON into a request record. The serializer stops at the first fault; this goes on, so that whoever asks learns of all of them at
/// once: fields that are not known, missing, given twice, of the wrong type or too long.
/// </summary>
static partial class Shape
{
    /// <summary>The field name that stands for the request as a whole.</summary>
    public const string Whole = "body";

    const int LongestName = 64;

    /// <returns>Null when it is not even an object of a known type; else what fits, the rest being in <paramref name="check"/>.</returns>
    public static T? Read<T>(JsonElement json, Checks check)
        where T : class => (T?)Object(json, ShapeOf.Type(typeof(T)), "", check);

    static object? Object(JsonElement json, ShapeOf shape, string path, Checks check)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            check.Refuse(path.Length == 0 ? Whole : path, new LocalizedText("doit être un objet", "must be an object"));
            return null;
        }

        var within = path.Length == 0 ? "" : path + ".";
        if (shape.Discriminator is not { } discriminator)
        {
            return Fill(json, shape, within, check, null);
        }

        return Derived(json, shape, discriminator) is { } derived
            ? Fill(json, derived, within, check, discriminator)
            : UnknownType(json, shape, discriminator, within, check);
    }

    static object Fill(JsonElement json, ShapeOf shape, string path, Checks check, string? discriminator)
    {
        var target = shape.Create();
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = path + (member.Name.Length > LongestName ? member.Name[..LongestName] : member.Name);
            if (!given.Add(member.Name))
            {
                check.Refuse(at, new LocalizedText("est donné deux fois", "is given twice"));
            }
            else if (shape.Fields.TryGetValue(member.Name, out var field))
            {
                field.Set(target, Value(member.Value, field.Type, field.MaxLength, at, check));
            }
            else if (member.Name != discriminator)
            {
                check.Refuse(at, new LocalizedText("n’est pas un champ connu ici", "is not a known field here"));
            }
        }

        foreach (var field in shape.Fields.Values)
        {
            if (field.Required && field.Get(target) is null)
            {
                check.Required(path + field.Name, null);
            }
        }

        return target;
    }

    static object? Value(JsonElement json, JsonTypeInfo type, int? maxLength, string path, Checks check)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => Object(json, ShapeOf.Type(type.Type), path, check),
            JsonTypeInfoKind.Enumerable => List(json, type, path, check),
            _ => One(json, type, maxLength, path, check),
        };
    }

    static ShapeOf? Derived(JsonElement json, ShapeOf shape, string discriminator) =>
        json.TryGetProperty(discriminator, out var name) && name.ValueKind == JsonValueKind.String
            ? shape.Derived.GetValueOrDefault(name.GetString()!)
            : null;

    static object? UnknownType(JsonElement json, ShapeOf shape, string discriminator, string path, Checks check)
    {
        var names = string.Join(", ", shape.Derived.Keys);
        check.Refuse(path + discriminator, json.TryGetProperty(discriminator, out _)
            ? ShapeWords.OneOf(names)
            : new LocalizedText($"est obligatoire : {names}", $"is required: {names}"));
        return null;
    }
}
