using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using FollowUp.Domain;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Application.Json;

/// <summary>
/// How records are written to a store: camelCase fields, kebab-case names of values, no nulls, no white space, instants to the
/// nanosecond. Accents stay as they are and what HTML would read as markup is escaped.
/// </summary>
static class StoredJson
{
    public static readonly JsonSerializerOptions Options = Build();

    static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEvents, LeaveOutComputed, LeaveOutDefaults } },
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
                NodaConverters.InstantConverter,
                NodaConverters.LocalDateConverter,
                NodaConverters.LocalTimeConverter,
                NodaConverters.DurationConverter,
                new WordsConverter(),
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
    static void LeaveOutComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null && property.AssociatedParameter is null) type.Properties.RemoveAt(i);
        }
    }

    /// <summary>
    /// Most fields of a waiting project are zero, false or empty. One that reads back the same when it is absent is not written; names of
    /// values always are, unless a constructor itself names the default.
    /// </summary>
    static void LeaveOutDefaults(JsonTypeInfo type)
    {
        var blank = type.Kind == JsonTypeInfoKind.Object && type.Type.GetConstructor(Type.EmptyTypes) is not null && !type.Type.IsAbstract
            ? Activator.CreateInstance(type.Type)
            : null;
        foreach (var property in type.Properties)
        {
            var parameter = property.AssociatedParameter;
            if (property.PropertyType.IsEnum && parameter is not { HasDefaultValue: true }) continue;

            // An array that is default cannot be enumerated either.
            var nothing = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
            var absent = parameter is { HasDefaultValue: true } ? parameter.DefaultValue : nothing;
            if (parameter is null && blank is not null) absent = property.Get?.Invoke(blank);
            var missing = property.PropertyType.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? nothing : absent;
            property.ShouldSerialize = (_, value) => !Equals(value, absent) && !Equals(value, missing);
        }
    }
}
