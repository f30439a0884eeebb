using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Web.Api.Commands;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Web.Api;

/// <summary>
/// The JSON of the API: camelCase fields, kebab-case values, times with the offset of Paris. Reading is strict: unknown fields, fields given
/// twice and numbers in strings are refused.
/// </summary>
static class ApiJsonOptions
{
    /// <summary>Deeper than any request is.</summary>
    public const int MaxDepth = 16;

    public static readonly JsonSerializerOptions Options = Build();

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = MaxDepth;

        // An answer is never part of a page, so a plus sign and an accent need no escape.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new KebabCaseEnumConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(NodaConverters.LocalDateConverter);
        options.Converters.Add(new ParisInstantConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(CommandTypes.AddTo);
    }

    static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
