using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Web.Api;

/// <summary>
/// Enumerations as kebab-case names. The framework's converter also reads the C# names and any case; this one reads the exact names alone.
/// It leaves enumerations of flags to the framework.
/// </summary>
sealed class KebabCaseEnumConverter : JsonConverterFactory
{
    /// <summary>The names of a type's values as JSON has them, in ordinal order; null when the type is no enumeration.</summary>
    public static IReadOnlyList<string>? GetNames(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } values
        ? [.. Enum.GetNames(values).Select(JsonNamingPolicy.KebabCaseLower.ConvertName).Order(StringComparer.Ordinal)]
        : null;

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && !typeToConvert.IsDefined(typeof(FlagsAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    sealed class Converter<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        static readonly FrozenDictionary<TEnum, string> Names =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        static readonly FrozenDictionary<string, TEnum> Values = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);
    }
}
