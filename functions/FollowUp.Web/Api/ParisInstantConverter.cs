using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Web.Api;

/// <summary>Times as RFC 3339. Reading requires an offset and takes any; writing uses the offset that Paris has at that time.</summary>
sealed class ParisInstantConverter : JsonConverter<Instant>
{
    static readonly OffsetDateTimePattern Written =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<+HH:mm>");

    public static string Write(Instant at) => Written.Format(at.InZone(WorkingCalendar.France.Zone).ToOffsetDateTime());

    /// <returns>Null for any other text, and for the first and last year, where an offset overflows the calendar.</returns>
    public static Instant? Read(string? text) =>
        text is not null && OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: { Year: > 0 and < 9999 } at }
            ? at.ToInstant()
            : null;

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? Read(reader.GetString()) : null)
        ?? throw new JsonException("The time is not RFC 3339 with an offset.");

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Write(value));
}
