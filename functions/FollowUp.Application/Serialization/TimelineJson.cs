using System.Text.Json;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Text;

namespace FollowUp.Application.Serialization;

/// <summary>
/// The stored JSON of a timeline entry, over which its hash is computed. Free text is replaced by its key, see <see cref="FreeText"/>. The name of
/// the event is in <c>"type"</c>.
/// </summary>
public static class TimelineJson
{
    /// <summary>Serializes a timeline entry.</summary>
    /// <exception cref="InvalidOperationException">The event has free text without a key.</exception>
    public static string Write(RecordedEvent recorded) => JsonSerializer.Serialize(recorded, StoredJson.Options);

    /// <summary>Reads a timeline entry.</summary>
    /// <exception cref="JsonException">The JSON is no timeline entry, or its event has a name that this version does not know.</exception>
    public static RecordedEvent Read(string json) =>
        JsonSerializer.Deserialize<RecordedEvent>(json, StoredJson.Options) ?? throw new JsonException("A timeline entry is never null.");

    /// <summary>The stored name of an event in kebab-case, such as <c>call-missed</c>.</summary>
    public static string GetKind(Event happened) => EventNames.All[happened.GetType()];
}
