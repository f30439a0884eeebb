using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Events;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The JSON of stored records: camelCase fields, enum values in kebab-case, no nulls, no white space, instants with up to nanoseconds. Accents are
/// not escaped; characters that HTML reads as markup are.
/// </summary>
public static class StoredJson
{
    /// <summary>The options, frozen; safe to share between threads.</summary>
    public static readonly JsonSerializerOptions Options = Build();

    /// <summary>The same for reading alone: a project is read without its undo point.</summary>
    public static readonly JsonSerializerOptions OptionsWithoutUndo = Build(OmitUndo);

    static JsonSerializerOptions Build(params ReadOnlySpan<Action<JsonTypeInfo>> modifiers)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers = { NameEvents, OmitComputed, OmitDefaultArrays, OmitProjectDefaults },
            },
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                new InstantConverter(),
                NodaConverters.LocalDateConverter,
                NodaConverters.LocalTimeConverter,
                NodaConverters.DurationConverter,
                new FreeTextConverter(),
            },
        };
        foreach (var modifier in modifiers) ((DefaultJsonTypeInfoResolver)options.TypeInfoResolver).Modifiers.Add(modifier);
        options.MakeReadOnly();
        return options;
    }

    static void OmitUndo(JsonTypeInfo type)
    {
        if (type.Type == typeof(ProjectSnapshot)) type.Properties.Remove(type.Properties.Single(property => property.Name == "undo"));
    }

    static void NameEvents(JsonTypeInfo type)
    {
        if (type.Type != typeof(Event)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var (record, name) in EventNames.All) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(record, name));
    }

    /// <summary>A property that neither a constructor nor a setter can set, such as <see cref="Project.IsOpen"/>, is computed and not stored.</summary>
    static void OmitComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null) type.Properties.RemoveAt(i);
        }
    }

    /// <summary>A <c>default</c> array cannot be serialized; it is stored as an absent field.</summary>
    static void OmitDefaultArrays(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType is { IsGenericType: true } array && array.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                var missing = Activator.CreateInstance(array);
                property.ShouldSerialize = (_, value) => value is not null && !value.Equals(missing);
            }
        }
    }

    /// <summary>
    /// Most fields of a waiting project have their default, and a store holds up to a million projects: a field with its default is not stored.
    /// Enum values always are.
    /// </summary>
    static void OmitProjectDefaults(JsonTypeInfo type)
    {
        if (type.Type != typeof(ProjectSnapshot)) return;
        var blank = Activator.CreateInstance<ProjectSnapshot>();
        foreach (var property in type.Properties.Where(p => !p.PropertyType.IsEnum))
        {
            var (defaultValue, shouldSerialize) = (property.Get!(blank), property.ShouldSerialize);
            property.ShouldSerialize = (project, value) => !Equals(value, defaultValue) && shouldSerialize?.Invoke(project, value) != false;
        }
    }
}
