using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Serialization;

/// <summary>
/// Stores words as <c>{"key":"…"}</c>. The text is filed apart, so that erasing a person can remove it; words that were never filed
/// would be lost here, so writing them fails.
/// </summary>
sealed class FreeTextConverter : JsonConverter<FreeText>
{
    static readonly JsonEncodedText Key = JsonEncodedText.Encode("key");

    public override FreeText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? key = null;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("Words are stored as an object with a key.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isKey = reader.ValueTextEquals(Key.EncodedUtf8Bytes);
            reader.Read();
            if (isKey) key = reader.GetString();
            else reader.Skip();
        }

        return new FreeText(Text: null, key ?? throw new JsonException("Words are stored under a key."));
    }

    public override void Write(Utf8JsonWriter writer, FreeText value, JsonSerializerOptions options)
    {
        if (value.Key is null) throw new InvalidOperationException("Words are filed under a key before the event that holds them is stored.");
        writer.WriteStartObject();
        writer.WriteString(Key, value.Key);
        writer.WriteEndObject();
    }
}
