using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Serialization;

/// <summary>
/// Stores free text as <c>{"key":"…"}</c>. The text itself is stored apart, so that an erasure can remove it. Text without a key would be lost, so
/// that writing it throws.
/// </summary>
sealed class FreeTextConverter : JsonConverter<FreeText>
{
    static readonly JsonEncodedText Key = JsonEncodedText.Encode("key");

    public override FreeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? key = null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Free text is stored as an object with a key.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isKey = reader.ValueTextEquals(Key.EncodedUtf8Bytes);
            reader.Read();
            if (isKey) key = reader.GetString();
            else reader.Skip();
        }

        return new FreeText(Text: null, key ?? throw new JsonException("Stored free text has no key."));
    }

    public override void Write(Utf8JsonWriter writer, FreeText value, JsonSerializerOptions options)
    {
        if (value.Key is null) throw new InvalidOperationException("Free text gets a key before its event is stored.");
        writer.WriteStartObject();
        writer.WriteString(Key, value.Key);
        writer.WriteEndObject();
    }
}
