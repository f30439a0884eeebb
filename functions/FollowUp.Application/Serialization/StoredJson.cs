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
/// How records are written to a store: camelCase fields, kebab-case names of values, no nulls, no white space, instants to the
/// nanosecond. Accents stay as they are and what HTML would read as markup is escaped.
/// </summary>
public static class StoredJson
{
    public static readonly JsonSerializerOptions Options = Build();

    static JsonSerializerOptions Build()
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
        options.MakeReadOnly();
        return options;
    }

    static void NameEvents(JsonTypeInfo type)
    {
        if (type.Type != typeof(Event)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var (record, name) in EventNames.All) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(record, name));
    }

    /// <summary>What neither a constructor nor a setter takes back, such as <see cref="Project.IsOpen"/>, follows from the rest.</summary>
    static void OmitComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null) type.Properties.RemoveAt(i);
        }
    }

    /// <summary>A <c>default</c> array cannot be enumerated; it is stored as absent and read back as absent.</summary>
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
    /// Most fields of a waiting project are zero, false or empty, and there may be a million of them. A field that reads back the same when it
    /// is absent is not written; the names of values always are.
    /// </summary>
    static void OmitProjectDefaults(JsonTypeInfo type)
    {
        if (type.Type != typeof(Project)) return;
        var blank = Activator.CreateInstance<Project>();
        foreach (var property in type.Properties.Where(p => !p.PropertyType.IsEnum))
        {
            var (absent, also) = (property.Get!(blank), property.ShouldSerialize);
            property.ShouldSerialize = (project, value) => !Equals(value, absent) && also?.Invoke(project, value) != false;
        }
    }
}
