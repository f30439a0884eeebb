using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.Validation;

namespace FollowUp.Web.Api.Requests;

/// <summary>
/// Reads JSON into a request record. The serializer stops at the first fault; this goes on, so that whoever asks learns of all of them at
/// once: fields that are not known, missing, given twice, of the wrong type or too long.
/// </summary>
static partial class JsonRequestReader
{
    /// <summary>The field name that stands for the request as a whole.</summary>
    public const string WholeBody = "body";

    const int MaxNameLength = 64;

    /// <returns>Null when it is not even an object of a known type; else what fits, the rest being in <paramref name="check"/>.</returns>
    public static T? Read<T>(JsonElement json, InputValidator check)
        where T : class => (T?)ReadObject(json, RequestSchema.For(typeof(T)), "", check);

    static object? ReadObject(JsonElement json, RequestSchema shape, string path, InputValidator check)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            check.AddError(path.Length == 0 ? WholeBody : path, new LocalizedText("doit être un objet", "must be an object"));
            return null;
        }

        var within = path.Length == 0 ? "" : path + ".";
        if (shape.Discriminator is not { } discriminator)
        {
            return ReadFields(json, shape, within, check, null);
        }

        return FindDerivedType(json, shape, discriminator) is { } derived
            ? ReadFields(json, derived, within, check, discriminator)
            : RefuseUnknownType(json, shape, discriminator, within, check);
    }

    static object ReadFields(JsonElement json, RequestSchema shape, string path, InputValidator check, string? discriminator)
    {
        var target = shape.CreateInstance();
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = path + (member.Name.Length > MaxNameLength ? member.Name[..MaxNameLength] : member.Name);
            if (!given.Add(member.Name))
            {
                check.AddError(at, new LocalizedText("est donné deux fois", "is given twice"));
            }
            else if (shape.Fields.TryGetValue(member.Name, out var field))
            {
                field.SetValue(target, ReadValue(member.Value, field.Type, field.MaxLength, at, check));
            }
            else if (member.Name != discriminator)
            {
                check.AddError(at, new LocalizedText("n’est pas un champ connu ici", "is not a known field here"));
            }
        }

        foreach (var field in shape.Fields.Values)
        {
            if (field.Required && field.GetValue(target) is null)
            {
                check.Require(path + field.Name, null);
            }
        }

        return target;
    }

    static object? ReadValue(JsonElement json, JsonTypeInfo type, int? maxLength, string path, InputValidator check)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => ReadObject(json, RequestSchema.For(type.Type), path, check),
            JsonTypeInfoKind.Enumerable => ReadList(json, type, path, check),
            _ => ReadSingleValue(json, type, maxLength, path, check),
        };
    }

    static RequestSchema? FindDerivedType(JsonElement json, RequestSchema shape, string discriminator) =>
        json.TryGetProperty(discriminator, out var name) && name.ValueKind == JsonValueKind.String
            ? shape.DerivedTypes.GetValueOrDefault(name.GetString()!)
            : null;

    static object? RefuseUnknownType(JsonElement json, RequestSchema shape, string discriminator, string path, InputValidator check)
    {
        var names = string.Join(", ", shape.DerivedTypes.Keys);
        check.AddError(path + discriminator, json.TryGetProperty(discriminator, out _)
            ? ExpectedValueText.ForChoices(names)
            : new LocalizedText($"est obligatoire : {names}", $"is required: {names}"));
        return null;
    }
}
