using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;

namespace FollowUp.Web.Api;

/// <summary>
/// JSON at the doors: camelCase fields, kebab-case values, instants with the offset of Paris, no field that is not known, no number in a
/// string.
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
        options.MaxDepth = MaxDepth;

        // An answer is never part of a page: a plus sign and an accent may stay what they are.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(NodaConverters.LocalDateConverter);
        options.Converters.Add(new ParisInstantConverter());
    }

    static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
